import { Inject, Injectable } from '@nestjs/common';
import { actingUserId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database, type Reader } from '@seloste/platform';
import { In } from 'typeorm';
import { Audit } from '../audit.js';
import type { AuditClass } from '../audit-event.entity.js';
import { AuditKeys } from '../chain/audit-keys.js';
import { AuditRetention } from './audit-retention.entity.js';
import type { AuditRetentionResponse, SetAuditRetention } from './audit-retention.dto.js';

/** Months of the calendar by class of event, as long as nobody has decided otherwise. */
const defaults: Record<AuditClass, number> = { read: 24, decision: 72 };

/** How long the record of acts is kept: it is about people as well (GDPR Art. 5(1)(e)). */
@Injectable()
export class AuditRetentionService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly keys: AuditKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(): Promise<AuditRetentionResponse> {
    const rules = await this.database.manager.find(AuditRetention);
    const months = (kind: AuditClass) => rules.find((rule) => rule.class === kind)?.months ?? defaults[kind];
    const updatedAt = new Date(Math.max(...rules.map((rule) => rule.updatedAt.getTime())));
    return { readMonths: months('read'), decisionMonths: months('decision'), updatedAt };
  }

  async set(context: RequestContext, rules: SetAuditRetention): Promise<AuditRetentionResponse> {
    const months = { read: rules.readMonths, decision: rules.decisionMonths };
    await this.database.transaction(async (tx) => {
      const current = await tx.find(AuditRetention, {
        where: { class: In(Object.keys(months)) },
        order: { class: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const changed = current.filter((rule) => rule.months !== months[rule.class]);
      if (changed.length === 0) return;
      const [updatedAt, updatedBy] = [this.clock.now(), actingUserId(context)];
      for (const { class: kind } of changed) {
        const mac = this.keys.sealRetention({ class: kind, months: months[kind] });
        await tx.update(AuditRetention, { class: kind }, { months: months[kind], mac, updatedAt, updatedBy });
      }
      const fields = changed.map((rule) => `${rule.class}Months`);
      await this.audit.record(tx, context, {
        action: 'audit_retention.update',
        subjectType: 'audit_retention',
        fields,
      });
    });
    return this.get();
  }

  /** Whether every rule is a default or was set through the application: what the owner of the database wrote is not followed. */
  async isOurs(reader: Reader): Promise<boolean> {
    const rules = await reader.read<{ class: AuditClass; months: number; mac: Buffer | null }>(
      'SELECT class, months, mac FROM audit_retention',
    );
    return rules.every((rule) => {
      if (rule.mac === null) return rule.months === defaults[rule.class];
      return rule.mac.equals(this.keys.sealRetention(rule));
    });
  }
}
