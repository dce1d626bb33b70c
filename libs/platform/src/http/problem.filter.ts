import {
  Catch,
  HttpException,
  Logger,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { DomainError, type ErrorKind } from '@seloste/kernel';
import type { Response } from 'express';
import { QueryFailedError } from 'typeorm';
import { describeError } from '../describe-error.js';
import type { AuthenticatedRequest } from './context.js';
import { otherMethods } from './methods.js';
import type { Problem } from './problem.dto.js';

const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

const titles: Record<number, [code: string, title: string]> = {
  400: ['bad_request', 'The request cannot be understood'],
  401: ['not_authenticated', 'Sign in first'],
  403: ['forbidden', 'Not allowed'],
  404: ['not_found', 'Not found'],
  405: ['method_not_allowed', 'Method not allowed'],
  409: ['conflict', 'Conflict'],
  412: ['stale_version', 'Changed by somebody else'],
  413: ['too_large', 'Too large'],
  415: ['unsupported_media_type', 'Unsupported media type'],
  421: ['misdirected_request', 'This address is not the one that SELOSTE_PUBLIC_URL names'],
  429: ['too_many_requests', 'Too many requests'],
  503: ['unavailable', 'Not available right now'],
};

/** Turns whatever was thrown into one problem document (RFC 9457) without personal values; the unexpected is logged by type only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<AuthenticatedRequest>(), http.getResponse<Response>());
  }

  /** Outside the API's prefix there is no Nest to catch: Express hands over what it would answer with a page of its own. */
  answer(error: unknown, request: AuthenticatedRequest, response: Response): void {
    if (response.headersSent) {
      this.logger.error(describeError(error));
      response.destroy();
      return;
    }
    const allowed = error instanceof NotFoundException ? otherMethods(request) : [];
    if (allowed.length > 0) response.setHeader('Allow', allowed.join(', '));
    const problem = {
      ...(allowed.length > 0 ? document(405, 'Method not allowed') : this.problemOf(error)),
      requestId: String(request.id),
    };
    const { retryAfterSeconds } = (error ?? {}) as { retryAfterSeconds?: number };
    if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(retryAfterSeconds));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Omit<Problem, 'requestId'> {
    if (error instanceof DomainError) {
      const fields = error.fields.length > 0 ? { fields: error.fields } : {};
      const { factors, permission } = error as Pick<Problem, 'factors' | 'permission'>;
      return {
        ...document(statusOf[error.kind], error.message, error.code),
        ...fields,
        ...(factors && { factors }),
        ...(permission && { permission }),
      };
    }
    if (wasErasedMeanwhile(error)) return document(409, 'This person was erased in the meantime.', 'erased');
    const status = statusFrom(error);
    if (status < 500) return document(status, titles[status]?.[1] ?? 'The request was refused.');
    this.logger.error(describeError(error));
    if (isPassing(error)) return document(503, 'The database does not answer; try again in a moment.');
    return document(
      500,
      'Something went wrong on our side; it was recorded under the request id.',
      'internal_error',
    );
  }
}

function document(status: number, detail: string, code?: string): Omit<Problem, 'requestId'> {
  const [standardCode, title] = titles[status] ?? ['error', 'Error'];
  const stable = code ?? standardCode;
  return { type: `urn:seloste:problem:${stable}`, title, status, code: stable, detail };
}

/** Nest's own exceptions and the body parser's errors carry a status; everything else is ours to answer for. */
function statusFrom(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown; type?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) return status;
  // A character that PostgreSQL's text cannot hold (NUL), or a number or time out of range, is the caller's mistake.
  const sqlState =
    error instanceof QueryFailedError
      ? (error.driverError as { code?: string }).code
      : (error as { code?: string })?.code;
  return /^22(003|007|008|021|P05)$/.test(sqlState ?? '') ? 400 : 500;
}

/** Of two at the same moment, the erasure of a person was first: nothing is written of them any more (design rule 6). */
const wasErasedMeanwhile = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  /^(erased_people_stay_(erased|out)|\w+_contact_id_(restricted_)?fkey)$/.test(
    (error.driverError as { constraint?: string }).constraint ?? '',
  );

/** The database is away, full, too slow, or chose this transaction of two that waited for each other. */
export const isPassing = (error: unknown): boolean =>
  /^(ECONN|57P0|57014|08|53300|40001|40P01)/.test((error as { code?: string })?.code ?? '') ||
  /timeout exceeded when trying to connect|Connection terminated/.test((error as Error)?.message ?? '');
