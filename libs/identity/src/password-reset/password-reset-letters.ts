import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig, CLOCK, Database, Jobs } from '@seloste/platform';
import { newToken, tokenHashOf } from '../random-token.js';
import { lockUser } from '../users/lock-user.js';
import { resetLasts } from './password-reset.entity.js';
import { resetQueue } from './request-password-reset.js';

/** A request for a new password; `userId` is null where there is nobody to write to. */
interface ResetJob extends Record<string, string | null> {
  id: string;
  userId: string | null;
}

/** Writes the letters with the links, in a working process. */
@Injectable()
export class PasswordResetLetters implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.handle<ResetJob>(resetQueue, (job) => this.run(job), { atOnce: 50 });
  }

  /** Once for each request, however often the queue brings it. */
  async run({ id, userId }: ResetJob): Promise<void> {
    if (userId === null) return;
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + resetLasts);
    await this.database.transaction(async (tx) => {
      const user = await lockUser(tx, userId);
      if (!user.isActive || user.passwordHash === null) return;
      const made = await tx.query<unknown[]>(
        `INSERT INTO password_resets (id, user_id, token_hash, requested_at, expires_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [id, userId, tokenHashOf(token), now, expiresAt],
      );
      if (made.length === 0) return;
      await this.mailer.queue(tx, {
        to: user.email,
        language: user.language,
        template: 'password_reset',
        // In the fragment, which no browser sends and no server logs.
        values: {
          name: user.name,
          link: `${this.config.publicUrl}/password-reset#${token}`,
          until: expiresAt.toISOString(),
        },
        userId,
        deliverBefore: expiresAt,
      });
    });
  }
}
