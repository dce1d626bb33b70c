import { connect } from 'node:net';
import type { TestApp } from '@seloste/testing';

/** The port that the application listens on. */
export const portOf = async (app: TestApp): Promise<string> => new URL(await app.app.getUrl()).port;

/** Sends exactly these lines, which no client of HTTP would, and reads to the end of the connection. */
export async function exchange(app: TestApp, lines: string[]): Promise<string> {
  const socket = connect(Number(await portOf(app)), '127.0.0.1');
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  return answer;
}
