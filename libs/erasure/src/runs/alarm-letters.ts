import { Injectable } from '@nestjs/common';
import { heldRoles } from '@seloste/identity';
import type { Language } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { AppConfig } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { RetentionAlarm } from './retention-alarm.entity.js';

export type Alarm = Pick<RetentionAlarm, 'code' | 'since'>;

interface Officer {
  id: string;
  name: string;
  email: string;
  language: Language;
}

/** Mail to the privacy officers, in the transaction that raises the alarm. */
@Injectable()
export class AlarmLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  async send(tx: EntityManager, { code, since }: Alarm, now: Date): Promise<void> {
    const officers = await tx.query<Officer[]>(
      `SELECT u.id, u.name, u.email, u.language FROM users u
       WHERE u.deactivated_at IS NULL AND ${heldRoles('u.id', '$1::timestamptz')} && '{privacy_officer}'`,
      [now],
    );
    const link = `${this.config.publicUrl}/privacy/runs`;
    for (const { id, name, email, language } of officers)
      await this.mailer.queue(tx, {
        to: email,
        language,
        template: 'retention_alarm',
        values: { name, code, since: since.toISOString(), link },
        userId: id,
      });
  }
}
