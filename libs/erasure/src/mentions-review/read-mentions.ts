import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { NotFound, type RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { Erasure } from '../erasure.entity.js';
import { ErasureMention } from '../erasure-mention.entity.js';
import { ListedTexts } from './listed-texts.js';
import type { ListedMention, MentionList } from './mentions.dto.js';

/** So many are shown at a time: those that wait first. */
const shown = 500;

/** Shows what is doubtful, in the words that stand around it now. */
@Injectable()
export class Mentions {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly texts: ListedTexts,
    private readonly audit: Audit,
  ) {}

  /** What was written of somebody restricted has its words only for who says why they look. @throws NotFound */
  async list(context: RequestContext, erasureId: string): Promise<MentionList> {
    const { manager } = this.database;
    if (!(await manager.existsBy(Erasure, { id: erasureId }))) throw new NotFound('erasure');
    const mentions = await manager.find(ErasureMention, {
      where: { erasureId },
      order: { decidedAt: { direction: 'ASC', nulls: 'FIRST' }, id: 'ASC' },
      take: shown,
    });
    const subject = { subjectType: 'erasure', subjectId: erasureId };
    const contexts = await this.privacy.read(context, subject, (reader) =>
      this.texts.contexts(reader, mentions),
    );
    await this.audit.recordRead(context, { action: 'erasure.read_mentions', ...subject });
    return {
      items: mentions.map((mention): ListedMention => ({
        id: mention.id,
        table: mention.tableName,
        column: mention.columnName,
        rowId: mention.rowId,
        kind: mention.kind as ListedMention['kind'],
        context: contexts.get(mention.id) ?? null,
        decision: mention.decision,
        decidedAt: mention.decidedAt,
      })),
      undecided: mentions.filter(({ decision }) => decision === null).length,
    };
  }
}
