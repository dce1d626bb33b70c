import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  Forbidden,
  InvalidInput,
  languages,
  type Actor,
  type Language,
  type RequestContext,
} from '@seloste/kernel';
import type { Request } from 'express';

/** A request after the guards: who acts is known. */
export interface AuthenticatedRequest extends Request {
  actor?: Actor;
  id: string;
}

/** On whose behalf and in which request the handler runs. A public route acts as the software itself. */
export const contextOf = (request: AuthenticatedRequest): RequestContext => ({
  actor: request.actor ?? { kind: 'system', name: 'public' },
  requestId: request.id,
  privacyReason: privacyReasonOf(request),
});

/**
 * Why the caller acts as privacy officer: the header `X-Privacy-Reason`, percent-encoded UTF-8.
 * @throws InvalidInput; Forbidden from somebody who is no privacy officer, whatever the route
 */
function privacyReasonOf({ headers, actor }: AuthenticatedRequest): string | undefined {
  const given = headers['x-privacy-reason'];
  if (given === undefined) return undefined;
  if (actor?.kind !== 'user' || !actor.permissions.has('contacts.restrict')) throw new Forbidden();
  try {
    const reason = decodeURIComponent(String(given)).trim();
    if (reason !== '' && reason.length <= 500) return reason;
  } catch {
    // not percent-encoded: refused below
  }
  throw InvalidInput.of('X-Privacy-Reason', 'reason', 'must be 1 to 500 percent-encoded characters');
}

/** Parameter decorator: the {@link RequestContext}, handed first to every use case. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext =>
  contextOf(execution.switchToHttp().getRequest<AuthenticatedRequest>()),
);

/** The language that the acting user reads. */
export function languageOf({ actor }: RequestContext): Language {
  const chosen = actor.kind === 'user' ? actor.language : undefined;
  return languages.find((language) => language === chosen) ?? 'fi';
}
