import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language, RequestContext } from '@seloste/kernel';
import { Ctx, IdPipe, Requires } from '@seloste/platform';
import { ErasurePlanResponse, type PlannedFile } from './erasure-plans.dto.js';
import { ErasurePlans } from './erasure-plans.service.js';
import type { ErasurePlan } from './erasure-plan.entity.js';
import { MentionPreviews } from '../mentions-review/mention-previews.js';
import type { MentionPreview } from '../mentions-review/mention-review.js';
import { sentencesOf } from './sentences.js';
import { wordsOf } from './table-words.js';

/** What erasing a person would do (GDPR Art. 17). */
@ApiTags('erasures')
@Controller()
export class ErasurePlansController {
  constructor(
    private readonly plans: ErasurePlans,
    private readonly previews: MentionPreviews,
  ) {}

  /** Looks everywhere and changes nothing. Of somebody restricted only with `X-Privacy-Reason`. */
  @Post('contacts/:id/erasure-plans')
  @Requires('erasures.manage')
  async make(@Ctx() context: RequestContext, @Param('id', IdPipe) id: string): Promise<ErasurePlanResponse> {
    const plan = await this.plans.make(context, id);
    return toResponse(plan, await this.previews.of(context, id), context);
  }
}

function toResponse(
  { id, contactId, madeAt, contents }: ErasurePlan,
  mentions: MentionPreview,
  { actor }: RequestContext,
): ErasurePlanResponse {
  const { tables, smallCell, holds } = contents;
  const language = (actor.kind === 'user' ? actor.language : 'en') as Language;
  const files = Object.entries(fileTables).flatMap(([table, kind]): PlannedFile[] => {
    const count = tables.filter((one) => one.table === table).reduce((sum, one) => sum + one.count, 0);
    return count > 0 ? [{ kind, count }] : [];
  });
  return {
    id,
    contactId,
    madeAt,
    tables: tables.map((one) => ({ ...one, what: wordsOf(one.table, language) })),
    files,
    mentions,
    smallCell,
    holds,
    sentences: sentencesOf(contents, language),
  };
}

/** Where files are kept. */
const fileTables = { import_file_parts: 'import', export_parts: 'export' } as const;
