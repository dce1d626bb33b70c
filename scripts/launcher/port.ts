import { createServer } from 'node:net';
import { StartProblem } from '../../libs/embedded-postgres/src/index.ts';

const SENTENCES: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_, port) =>
    `Port ${port} is taken by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`,
  EACCES: (_, port) =>
    `This user may not listen on port ${port}: choose one above 1023, for example PORT=3000 npm start.`,
  EADDRNOTAVAIL: (host) =>
    `SELOSTE_HOST names ${host}, which is no address of this machine: use 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: (host) => `SELOSTE_HOST names ${host}, which nobody knows: use 127.0.0.1 or 0.0.0.0.`,
};

/** @throws StartProblem when the application will not be able to listen there */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, resolve);
    });
  } catch (error) {
    const sentence = SENTENCES[(error as NodeJS.ErrnoException).code ?? ''];
    throw sentence ? new StartProblem(sentence(host, port)) : error;
  }
  await new Promise((resolve) => server.close(resolve));
}
