import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import {
  pino,
  type Logger,
  type SerializedError,
  type SerializedRequest,
  type SerializedResponse,
} from 'pino';
import { pinoHttp } from 'pino-http';

/** The process's one log: JSON lines on standard output, without personal values (promise K6). */
export const log: Logger = pino({ base: null, level: process.env.NODE_ENV === 'test' ? 'fatal' : 'info' });

/** The path with its ids but without its query, which may hold a name that somebody searched for. */
const pathOf = (request: IncomingMessage & { originalUrl?: string }): string =>
  (request.originalUrl ?? request.url ?? '').split('?', 1)[0]?.replace(/^(\/(?:u|p)\/).+$/, '$1…') ?? '';

/** Gives each request an id (kept from a trusted proxy's `X-Request-Id` when it looks like one) and one log line. */
export const requestLog = () =>
  pinoHttp({
    logger: log,
    genReqId: (request: IncomingMessage, response: ServerResponse) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (request, response) => {
      if (response.statusCode >= 500) return 'error';
      return pathOf(request).startsWith('/api/') && !pathOf(request).startsWith('/api/docs')
        ? 'info'
        : 'silent';
    },
    serializers: {
      req: ({ id, method, raw }: SerializedRequest) => ({ id, method, path: pathOf(raw) }),
      res: ({ statusCode }: SerializedResponse) => ({ status: statusCode }),
      err: ({ type }: SerializedError) => ({ type }),
    },
  });

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
