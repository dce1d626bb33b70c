import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { isReachable, literalAddressOf, reachableLookup } from './addresses.js';

/** How long a receiver may take altogether, in milliseconds. */
const patience = 10_000;

/** Nobody reads what receivers answer; more than this is not even taken, in bytes. */
const longestAnswer = 65_536;

/** How an attempt ended: with a status, or without an answer. */
export type Outcome = { status: number } | { problem: 'private_address' | 'timeout' | 'unreachable' };

export interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * Posts one message. Redirects are not followed: they lead to where nobody asked to send. Each message has a connection
 * of its own, so that its address is looked at.
 * @param ownMachine see {@link isReachable}
 */
export function postMessage({ url, headers, body }: Message, ownMachine: boolean): Promise<Outcome> {
  const target = new URL(url);
  const literal = literalAddressOf(target.hostname);
  if (literal !== null && !isReachable(literal, ownMachine))
    return Promise.resolve({ problem: 'private_address' });
  const request = target.protocol === 'https:' ? requestByHttps : requestByHttp;
  const signal = AbortSignal.timeout(patience);
  return new Promise((settle) => {
    const sent = request(target, {
      method: 'POST',
      agent: false,
      lookup: reachableLookup(ownMachine),
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal,
    });
    let status: number | undefined;
    sent.once('response', (response) => {
      let length = 0;
      const answered = response.statusCode ?? 0;
      status = answered;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > longestAnswer) response.destroy();
      });
      // Whatever becomes of the rest: the answer was given.
      const end = () => settle({ status: answered });
      response.on('close', end).on('error', end);
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      settle(status === undefined ? { problem: problemOf(error, signal) } : { status }),
    );
    sent.end(body);
  });
}

function problemOf(
  error: NodeJS.ErrnoException,
  signal: AbortSignal,
): 'private_address' | 'timeout' | 'unreachable' {
  if (error.code === 'private_address') return 'private_address';
  return signal.aborted || error.code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
}
