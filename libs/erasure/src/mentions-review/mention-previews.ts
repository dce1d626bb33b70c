import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Eraser } from '../execution/eraser.js';
import { MentionReview, noMentions, type MentionPreview } from './mention-review.js';
import { soughtPerson } from './person.js';

/** What others wrote of a person, in their words: shown to whoever plans an erasure, and kept nowhere. */
@Injectable()
export class MentionPreviews {
  constructor(
    private readonly eraser: Eraser,
    private readonly review: MentionReview,
  ) {}

  /** Of somebody whom the caller has been let see; that they were planned for is on record. */
  of(context: RequestContext, contactId: string): Promise<MentionPreview> {
    return this.eraser.transaction(context, async (tx) => {
      const person = await soughtPerson(tx, contactId);
      return person ? this.review.preview(tx, person) : noMentions;
    });
  }
}
