import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose end never ends the process. The pool and TypeORM listen for it while they hold a connection, but
 * not in between: one that the server ends as it is handed over would have nobody who hears it. Whoever asks the
 * connection anything is told.
 */
export class GuardedClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
