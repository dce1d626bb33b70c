import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, type AuthenticatedRequest } from '@seloste/platform';
import { sessionOf } from '../access/access.guard.js';
import { ReauthenticationRequired } from '../identity.errors.js';
import { isProofFresh } from '../sessions/lifetime.js';

/** What of a user decides on their access. */
const ofAccess = ['roles', 'active', 'duty', 'kind', 'reason', 'endsAt'] as const;

/** Does a request change who may do what? */
export const changesAccess = (changes: Partial<Record<(typeof ofAccess)[number], unknown>>): boolean =>
  ofAccess.some((field) => changes[field] !== undefined);

/**
 * What `@Reauthenticated()` is for a whole route, for one of which only some requests are dangerous: those that change
 * somebody's access need a fresh proof of identity. Works behind the access guard.
 */
@Injectable()
export class FreshProofToChangeAccess implements CanActivate {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws ReauthenticationRequired */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const body: unknown = request.body;
    if (typeof body !== 'object' || body === null || !changesAccess(body)) return true;
    if (!isProofFresh(sessionOf(request).provedAt, this.clock.now().getTime()))
      throw new ReauthenticationRequired();
    return true;
  }
}
