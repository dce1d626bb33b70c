import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { Mailer, type SecondFactorChange } from '@seloste/mail';
import { AppConfig, CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { User } from './user.entity.js';

/** Tells users by mail what happened to their accounts, in case it was not they. */
@Injectable()
export class AccountMail {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async newSignIn(tx: EntityManager, user: User, device: string | null): Promise<void> {
    const values = { name: user.name, device: device ?? '–', at: this.now(), link: this.link() };
    await this.mailer.queue(tx, { ...addressOf(user), template: 'new_sign_in', values });
  }

  async passwordChanged(tx: EntityManager, user: User): Promise<void> {
    const values = { name: user.name, at: this.now() };
    await this.mailer.queue(tx, { ...addressOf(user), template: 'password_changed', values });
  }

  async secondFactorChanged(tx: EntityManager, user: User, change: SecondFactorChange): Promise<void> {
    const values = { name: user.name, change, at: this.now(), link: this.link() };
    await this.mailer.queue(tx, { ...addressOf(user), template: 'second_factor_changed', values });
  }

  async secondFactorsReset(tx: EntityManager, user: User): Promise<void> {
    const values = { name: user.name, at: this.now() };
    await this.mailer.queue(tx, { ...addressOf(user), template: 'second_factors_reset', values });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }

  /** To the page on which users look after their own account. */
  private link(): string {
    return `${this.config.publicUrl}/settings/me`;
  }
}

const addressOf = ({ id, email, language }: User) => ({ to: email, language, userId: id });
