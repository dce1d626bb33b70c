import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database, readerOf } from '@seloste/platform';
import { enrolledFactorsOf, type Factor } from '../second-factor/enrolled-factors.js';
import { SecondFactorRequired } from '../second-factor/second-factor.errors.js';
import { SecondFactors, type ShownFactor } from '../second-factor/second-factors.js';
import { LoginLimits } from '../sessions/login-limits.js';
import type { BegunSession, Origin } from '../sessions/origin.js';
import { Sessions } from '../sessions/sessions.js';
import { User } from '../users/user.entity.js';
import { OidcLink } from './oidc-link.entity.js';
import { OidcRefused } from './oidc.errors.js';

/** The account's own second factor, after a provider that asked for none. */
@Injectable()
export class OidcSecondStep {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactors,
    private readonly limits: LoginLimits,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Begins the session of the user whom the provider confirmed under this link.
   * @throws SecondFactorRequired with what the account takes, when none was shown or it is wrong
   * @throws OidcRefused when the link or the account has ended meanwhile
   * @throws TooManyAttempts
   */
  async finish(
    context: RequestContext,
    linkId: string,
    shown: ShownFactor,
    origin: Origin,
  ): Promise<BegunSession> {
    const link = await this.database.manager.findOneBy(OidcLink, { id: linkId });
    const user = link && (await this.database.manager.findOneBy(User, { id: link.userId }));
    if (!user) throw new OidcRefused();
    const isShown = shown.otp !== undefined || shown.passkey !== undefined;
    if (isShown) await this.limits.count(user.email, origin.address);
    if (shown.otp !== undefined) await this.limits.countCode(user.email, origin.address);
    const outcome = await this.check(context, user, isShown ? shown : null, origin);
    if (outcome === null) throw new OidcRefused();
    if ('asked' in outcome) throw new SecondFactorRequired(outcome.asked);
    await this.limits.forgive(user.email, origin.address);
    return outcome;
  }

  private check(
    context: RequestContext,
    { id }: User,
    shown: ShownFactor | null,
    origin: Origin,
  ): Promise<BegunSession | { asked: Factor[] } | null> {
    return this.database.transaction(async (tx) => {
      const user = await tx.findOne(User, { where: { id }, lock: { mode: 'pessimistic_read' } });
      if (!user?.isActive) return null;
      const asked = await enrolledFactorsOf(readerOf(tx), id);
      if (shown === null && asked.length > 0) return { asked };
      if (asked.length > 0 && (await this.factors.accept(tx, context, user, shown ?? {})) === null) {
        await this.sessions.refuse(tx, context, id, ['second_factor']);
        return { asked };
      }
      return this.sessions.begin(tx, context, user, { method: 'oidc', origin });
    });
  }
}
