import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { sendCsv } from './csv.js';

const columns = [
  { heading: 'Nimi', value: (name: string) => name },
  { heading: 'Tyhjä', value: () => null },
];

async function* fromList(names: string[]) {
  yield* names;
}

describe('a CSV file', () => {
  const served = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const request = get({ port: (server.address() as AddressInfo).port });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return { response, close: () => server.close() };
  };

  it.each([
    ['fi', 'Nimi;Tyhjä'],
    ['en', 'Nimi,Tyhjä'],
  ])('is what Excel reads in %s: with BOM, its delimiter and no formula', async (language, heading) => {
    const rows = fromList(['Åsa', '=1+1', 'a;b,c']);
    const { response, close } = await served(
      (_, answer) => void sendCsv(answer, { name: 'nimet', language, columns, rows }),
    );
    const bytes = await buffer(response);
    const file = bytes.toString();
    close();
    expect(response.headers['content-disposition']).toBe('attachment; filename="nimet.csv"');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.slice(1).split('\r\n').slice(0, 1)).toEqual([heading]);
    expect(file).toContain("\r\n'=1+1");
    expect(file).toContain('"a;b,c"');
  });

  it('is read no further when the reader goes away', async () => {
    let isOver: () => void;
    const over = new Promise<void>((resolve) => (isOver = resolve));
    async function* endless() {
      try {
        for (;;) yield 'x'.repeat(1000);
      } finally {
        isOver();
      }
    }
    let sent: Promise<void> | undefined;
    const { response, close } = await served((_, answer) => {
      sent = sendCsv(answer, { name: 'nimet', language: 'fi', columns, rows: endless() });
    });
    response.destroy();
    await over;
    await sent;
    close();
  });
});
