import { connect, type Socket } from 'node:net';

/** One HTTP request, ready to be written to a connection. */
export type RawRequest = Buffer;

export interface Target {
  port: number;
  /** Cookie header; empty for the floor. */
  cookie: string;
}

export interface Sample {
  /** Operations done. */
  count: number;
  seconds: number;
  /** Milliseconds of each operation. */
  times: number[];
}

export function rawRequest({ port, cookie }: Target, path: string, body?: object): RawRequest {
  const text = body === undefined ? '' : JSON.stringify(body);
  const origin = `http://127.0.0.1:${port}`;
  const head = [
    `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Accept: application/json`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...(body === undefined
      ? []
      : [
          `Origin: ${origin}`,
          'Content-Type: application/json',
          `Content-Length: ${Buffer.byteLength(text)}`,
        ]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}

/** A kept-alive connection that carries one request at a time. Light, because the machine's cores are the server's. */
export class Connection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private settle: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | null = null;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
      this.tryToFinish();
    });
    const fail = (error?: Error): void =>
      this.settle?.reject(error ?? new Error('the connection was closed'));
    socket.on('error', fail).on('close', () => {
      fail();
    });
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        resolve(new Connection(socket));
      });
      socket.once('error', reject);
    });
  }

  /** @returns the body. @throws Error for any answer but success */
  send(request: RawRequest): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private tryToFinish(): void {
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0 || !this.settle) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN);
    const { resolve, reject } = this.settle;
    if (Number.isNaN(length)) return reject(new Error('an answer without a length'));
    if (this.received.length < end + 4 + length) return;
    const body = this.received.subarray(end + 4, end + 4 + length);
    this.received = this.received.subarray(end + 4 + length);
    this.settle = null;
    if (/^HTTP\/1\.1 2/.test(head)) resolve(body);
    else reject(new Error(`${head.slice(9, 12)} ${body.toString().slice(0, 300)}`));
  }
}

/** Each client does operation after operation, each some requests one after another, until the time is over. */
export async function load(
  port: number,
  { clients, seconds, next }: { clients: number; seconds: number; next: () => RawRequest[] },
): Promise<Sample> {
  const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(port)));
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const work = async (connection: Connection): Promise<void> => {
    for (let now = performance.now(); now < until; now = performance.now()) {
      for (const request of next()) await connection.send(request);
      times.push(performance.now() - now);
    }
  };
  await Promise.all(connections.map(work));
  const sample = { count: times.length, seconds: (performance.now() - began) / 1000, times };
  for (const connection of connections) connection.close();
  return sample;
}
