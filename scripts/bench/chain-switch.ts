import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Takes the chain out of the record of acts and puts it back, while the application runs. */
export class ChainSwitch {
  private readonly owner: Client;

  private constructor(owner: Client) {
    this.owner = owner;
  }

  /** @param url of the owner, who alone may */
  static async open(url: string): Promise<ChainSwitch> {
    const owner = new Client({ connectionString: url });
    await owner.connect();
    return new ChainSwitch(owner);
  }

  /** Events get their links again, or are only written. Before, what waits for a link gets it: it is the last side's work. */
  async set(isOn: boolean): Promise<void> {
    while ((await this.owner.query('SELECT FROM audit_pending LIMIT 1')).rowCount) await sleep(50);
    await this.owner.query(
      `ALTER TABLE audit_events ${isOn ? 'ENABLE' : 'DISABLE'} TRIGGER audit_events_queue`,
    );
  }

  async close(): Promise<void> {
    await this.set(true);
    await this.owner.end();
  }
}
