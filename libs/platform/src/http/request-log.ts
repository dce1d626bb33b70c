import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import { destination, pino, type Logger } from 'pino';

/**
 * The process's one log: JSON lines on standard output, without personal values (promise K6). Requests do not wait for
 * it; a fatal line and a proper end do.
 */
export const log: Logger = pino(
  { base: null, level: process.env.NODE_ENV === 'test' ? 'fatal' : 'info' },
  destination({ dest: 1, sync: false }),
);

interface IdentifiedRequest extends IncomingMessage {
  id?: string;
  originalUrl?: string;
}

/** The path with its ids but without its query, which may hold a name that somebody searched for. */
const pathOf = (request: IdentifiedRequest): string =>
  (request.originalUrl ?? request.url ?? '').split('?', 1)[0]?.replace(/^(\/(?:u|p|c)\/).+$/, '$1…') ?? '';

/** A proxy on this machine may name the request; anybody else could put words into the audit record. */
function idOf({ headers, socket }: IncomingMessage): string {
  const given = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
    ? headers['x-request-id']
    : undefined;
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/**
 * Gives each request an id (kept from a proxy's `X-Request-Id` when it looks like one), and each of the API's,
 * and whatever failed, one log line. By hand: a ready-made logger took a fifth of the time of a short request.
 */
export const requestLog = () => (request: IdentifiedRequest, response: ServerResponse, next: () => void) => {
  const began = performance.now();
  const id = idOf(request);
  const path = pathOf(request);
  request.id = id;
  response.setHeader('X-Request-Id', id);
  response.once('close', () => {
    const status = response.statusCode;
    if (status < 500 && (!path.startsWith('/api/') || path.startsWith('/api/docs'))) return;
    const line = {
      req: { id, method: request.method, path },
      res: { status },
      responseTime: Math.round(performance.now() - began),
    };
    const message = response.writableFinished ? 'request completed' : 'request aborted';
    if (status >= 500) log.error(line, message);
    else log.info(line, message);
  });
  next();
};

/** Nest's own messages in the same log. */
export class NestLog extends ConsoleLogger implements LoggerService {
  override log(message: unknown, context?: string): void {
    log.debug({ context }, String(message));
  }
  override warn(message: unknown, context?: string): void {
    log.warn({ context }, String(message));
  }
  override error(message: unknown, stack?: string, context?: string): void {
    log.error({ context: context ?? stack }, String(message));
  }
}
