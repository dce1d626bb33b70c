import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One message as it came. */
export interface ReceivedMessage {
  headers: IncomingHttpHeaders;
  body: string;
  path: string;
}

/** Another system on loopback that takes messages and answers as the test says. */
export interface WebhookReceiver {
  url: string;
  messages: ReceivedMessage[];
  /** Of the next answers; null: none at all. */
  status: number | null;
  headers: Record<string, string>;
  body: Buffer;
  /** Of the latest. */
  isWholeAnswerTaken: boolean;
  close(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { headers, url: path = '' } = request;
      receiver.messages.push({ headers, path, body: Buffer.concat(chunks).toString() });
      response.once('close', () => (receiver.isWholeAnswerTaken = response.writableFinished));
      if (receiver.status === null) request.socket.destroy();
      else response.writeHead(receiver.status, receiver.headers).end(receiver.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    messages: [],
    status: 204,
    headers: {},
    body: Buffer.alloc(0),
    isWholeAnswerTaken: false,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
  return receiver;
}
