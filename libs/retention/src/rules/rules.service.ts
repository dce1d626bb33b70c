import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, changesOf, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database, readerOf } from '@seloste/platform';
import { readRule, readRules } from './read-rules.js';
import { RecomputeClocks } from './recompute-clocks.js';
import { RetentionRule } from './retention-rule.entity.js';
import { changedTerms } from './rule-terms.js';
import type { ChangeRule, RuleResponse, RuleWithHistory } from './rules.dto.js';

/** How long what is kept: what the company has decided, and every decision before (GDPR Art. 5(1)(e), 5(2)). */
@Injectable()
export class RulesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clocks: RecomputeClocks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(): Promise<RuleResponse[]> {
    return readRules(this.database);
  }

  /** @throws NotFound */
  get(id: string): Promise<RuleWithHistory> {
    return readRule(this.database, id);
  }

  /** The rule says this from now on; the clocks of people follow at once, in the background. @throws NotFound, StaleVersion, InvalidInput */
  async change(
    context: RequestContext,
    id: string,
    input: ChangeRule,
    ifMatch?: number,
  ): Promise<RuleWithHistory> {
    return this.database.transaction(async (tx) => {
      const rule = await tx.findOne(RetentionRule, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!rule) throw new NotFound('retention_rule');
      assertVersion(rule, ifMatch);
      const changes = changesOf(rule, changedTerms(rule, input));
      const fields = Object.keys(changes);
      if (fields.length > 0) {
        const by = { updatedAt: this.clock.now(), updatedBy: actingUserId(context) };
        await tx.update(RetentionRule, { id }, { ...changes, version: rule.version + 1, ...by });
        const subject = { subjectType: 'retention_rule', subjectId: id };
        await this.audit.record(tx, context, { action: 'retention_rule.update', ...subject, fields });
        if (rule.covers === 'people') await this.clocks.sendIn(tx, 'rule');
      }
      return readRule(readerOf(tx), id);
    });
  }
}
