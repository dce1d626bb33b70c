import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Completion } from '../certificate/completion.js';
import { Erasure } from '../erasure.entity.js';
import { ErasureMention } from '../erasure-mention.entity.js';
import { NothingToDecide } from '../erasures.errors.js';
import { Eraser } from '../execution/eraser.js';
import { ListedTexts } from './listed-texts.js';
import type { MentionDecision, MentionsDecided } from './mentions.dto.js';

/** Somebody says of what is doubtful whether it means the person. Nothing is certified before (V7). */
@Injectable()
export class MentionDecisions {
  constructor(
    private readonly eraser: Eraser,
    private readonly texts: ListedTexts,
    private readonly completion: Completion,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Carries decisions out, all or none; the last of them completes the erasure. A text that changed since it was read is
   * read again: what is sure in it goes, what is doubtful waits under a new id (`changed` has the old).
   * @throws NotFound, NothingToDecide
   */
  decide(context: RequestContext, id: string, decisions: MentionDecision[]): Promise<MentionsDecided> {
    return this.eraser.transaction(context, async (tx) => {
      const erasure = await tx.findOne(Erasure, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!erasure) throw new NotFound('erasure');
      if (!['waiting_for_decisions', 'held'].includes(erasure.status)) throw new NothingToDecide();
      const changed: string[] = [];
      for (const mentions of await cellsOf(tx, id, decisions)) {
        const isSame = await this.texts.carryOut(tx, erasure, mentions);
        if (!isSame) changed.push(...mentions.map((mention) => mention.id));
        else await this.mark(tx, context, mentions);
      }
      await this.record(tx, context, id, decisions);
      await this.completion.afterDecisions(tx, context, erasure);
      const undecided = await tx.countBy(ErasureMention, { erasureId: id, decision: IsNull() });
      return { decided: decisions.length - changed.length, changed, undecided, status: erasure.status };
    });
  }

  private async mark(tx: EntityManager, context: RequestContext, mentions: Decided[]): Promise<void> {
    const [decidedBy, decidedAt] = [actingUserId(context), this.clock.now()];
    for (const { id, wanted } of mentions)
      await tx.update(ErasureMention, { id }, { decision: wanted, decidedBy, decidedAt });
  }

  private record(
    tx: EntityManager,
    context: RequestContext,
    id: string,
    decisions: MentionDecision[],
  ): Promise<void> {
    return this.audit.record(tx, context, {
      action: 'erasure.decide_mentions',
      subjectType: 'erasure',
      subjectId: id,
      fields: [...new Set(decisions.map(({ decision }) => decision))],
    });
  }
}

/** A mention, and what somebody says of it. */
export type Decided = ErasureMention & { wanted: 'replace' | 'keep' };

/** The mentions of the decisions, those of one text together. @throws NotFound */
async function cellsOf(
  tx: EntityManager,
  erasureId: string,
  decisions: MentionDecision[],
): Promise<Decided[][]> {
  const cells = new Map<string, Decided[]>();
  const wanted = new Map(decisions.map(({ id, decision }) => [id.toLowerCase(), decision]));
  const found = await tx.find(ErasureMention, {
    where: { erasureId, id: In([...wanted.keys()]), decision: IsNull() },
  });
  if (found.length < wanted.size) throw new NotFound('undecided mention');
  for (const mention of found) {
    const cell = [mention.tableName, mention.columnName, mention.rowId, mention.path].join('\n');
    const decided = Object.assign(mention, { wanted: wanted.get(mention.id) ?? ('keep' as const) });
    cells.set(cell, [...(cells.get(cell) ?? []), decided]);
  }
  return [...cells.values()];
}
