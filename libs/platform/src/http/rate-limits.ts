import { SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { DomainError } from '@seloste/kernel';
import type { Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isPublicKey } from './access.js';
import type { AuthenticatedRequest } from './context.js';
import { networkOf } from './network.js';

const limitKey = 'access:limit';

/** How often one caller may do something in one process. */
interface Limit {
  times: number;
  /** The window, in seconds. */
  seconds: number;
}

/** Bounds how often one user (on a public route: one network) may call a costly route; 429 beyond it. */
export const Limited = (times: number, seconds: number) =>
  SetMetadata(limitKey, { times, seconds } satisfies Limit);

/** What a public route allows a network when it says nothing else: an office full of people who sign in at nine. */
const ofPublicRoutes: Limit = { times: 300, seconds: 60 };

/** Requests of one caller under way at once in one process; browsers have six to a dozen. */
const mostAtOnce = 32;

/** The caller asks too much at once or too often. */
export class TooManyRequests extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('too_many', 'too_many_requests', 'Too many requests; try again later.');
  }
}

type Handler = ReturnType<ExecutionContext['getHandler']>;

/**
 * Runs after the access guard, so that it knows who calls: a limit is a user's own, and an office may share an address.
 * What ordinary pages read is not counted over time: one caller's requests under way are, so that nobody's program makes
 * everybody else queue for the database. Logins have limits of their own, by account.
 */
export class RateLimits implements CanActivate {
  private readonly limiters = new Map<Handler, RateLimiterMemory | null>();
  private readonly underWay = new Map<string, number>();

  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const caller = callerOf(http.getRequest<AuthenticatedRequest>());
    const limiter = this.limiterOf(context);
    if (limiter) await consume(limiter, caller);
    this.enter(caller, http.getResponse<Response>());
    return true;
  }

  private enter(caller: string, response: Response): void {
    const count = this.underWay.get(caller) ?? 0;
    if (count >= mostAtOnce) throw new TooManyRequests(1);
    this.underWay.set(caller, count + 1);
    response.once('close', () => {
      const left = (this.underWay.get(caller) ?? 1) - 1;
      if (left > 0) this.underWay.set(caller, left);
      else this.underWay.delete(caller);
    });
  }

  private limiterOf(context: ExecutionContext): RateLimiterMemory | null {
    const handler = context.getHandler();
    let limiter = this.limiters.get(handler);
    if (limiter === undefined) {
      const declaredOn = [handler, context.getClass()];
      const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(isPublicKey, declaredOn);
      const own = this.reflector.getAllAndOverride<Limit | undefined>(limitKey, declaredOn);
      const limit = own ?? (isPublic ? ofPublicRoutes : null);
      limiter = limit && new RateLimiterMemory({ points: limit.times, duration: limit.seconds });
      this.limiters.set(handler, limiter);
    }
    return limiter;
  }
}

const callerOf = ({ actor, ip }: AuthenticatedRequest): string =>
  actor?.kind === 'user' ? actor.userId : networkOf(ip ?? '');

async function consume(limiter: RateLimiterMemory, caller: string): Promise<void> {
  try {
    await limiter.consume(caller);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooManyRequests(Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
