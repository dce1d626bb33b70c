import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A message as the server took it. */
export interface Taken {
  messageId: string;
  to: string;
  /** When its last line had come, in milliseconds of `performance.now()` … */
  at: number;
}

/** A mail server that remembers what it took, and nothing of what it said. */
export interface CountingServer {
  url: string;
  taken: Taken[];
  close(): Promise<void>;
}

/** @param pause how long it thinks before it answers for a message, in milliseconds */
export async function startCountingServer(pause: () => number = () => 0): Promise<CountingServer> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (head.length < 4_000) head += chunk.toString('latin1');
      });
      stream.on('end', () => {
        const [, messageId = ''] = /^Message-ID: <([^@>]+)@/im.exec(head) ?? [];
        taken.push({ messageId, to: session.envelope.rcptTo[0]?.address ?? '', at: performance.now() });
        const wait = pause();
        if (wait === 0) done();
        else void delay(wait).then(() => done());
      });
    },
  });
  server.on('error', () => undefined); // connections of killed processes
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
