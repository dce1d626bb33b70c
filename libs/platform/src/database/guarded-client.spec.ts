import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { DataSource } from 'typeorm';
import { appDataSourceOptions } from './connection.js';
import { isDatabaseLost } from './lost.js';

const message = (kind: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
};
const isIn = message('R', Buffer.alloc(4));
const isReady = message('Z', Buffer.from('I'));
const answers = (value: string): Buffer => {
  const column = Buffer.from('version\0\0\0\0\0\0\0\0\0\0\x19\0\0\0\0\0\0\0\0', 'latin1');
  const length = Buffer.alloc(4);
  length.writeInt32BE(value.length);
  return Buffer.concat([
    message('T', Buffer.concat([Buffer.from([0, 1]), column])),
    message('D', Buffer.concat([Buffer.from([0, 1]), length, Buffer.from(value)])),
    message('C', Buffer.from('SELECT 1\0')),
    isReady,
  ]);
};
const isShutOut = message(
  'E',
  Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
);

/** A server that speaks as much of PostgreSQL as a pool needs, and can end a connection as it hands it over. */
async function aServer(): Promise<{ server: Server; url: string; endAtOnce: () => void }> {
  let endsAtOnce = false;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      // In one packet, as a machine reads it that was kept waiting for a processor.
      if (endsAtOnce) socket.end(Buffer.concat([isIn, isReady, isShutOut]));
      else {
        socket.write(Buffer.concat([isIn, isReady]));
        socket.on('data', (data) => data[0] === 0x51 && socket.write(answers('PostgreSQL 16.4')));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, url: `postgres://app:x@127.0.0.1:${port}/app`, endAtOnce: () => (endsAtOnce = true) };
}

describe('a connection that the database ends as it hands it over', () => {
  it('is a database that is away to whoever asked for it, and no end of the process', async () => {
    const { server, url, endAtOnce } = await aServer();
    const source = await new DataSource(appDataSourceOptions(url)).initialize();
    const busy = source.createQueryRunner();
    await busy.connect();
    endAtOnce();
    let worked = false;
    const error: unknown = await source
      .transaction(() => Promise.resolve((worked = true)))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(isDatabaseLost(error)).toBe(true);
    expect(worked).toBe(false);
    await busy.release();
    await source.destroy();
    server.close();
  }, 10_000);
});
