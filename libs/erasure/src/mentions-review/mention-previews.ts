import { Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { Eraser } from '../execution/eraser.js';
import type { MentionInContext } from './context.js';
import { ListedTexts } from './listed-texts.js';
import { MentionReview, noMentions, type MentionPreview } from './mention-review.js';
import { soughtPerson } from './person.js';

/** What others wrote of a person, in their words: shown to whoever plans an erasure, and kept nowhere. */
@Injectable()
export class MentionPreviews {
  constructor(
    private readonly eraser: Eraser,
    private readonly review: MentionReview,
    private readonly texts: ListedTexts,
    private readonly privacy: PrivacyOfficer,
  ) {}

  /**
   * Of somebody whom the caller has been let see; that they were planned for is on record. What was written of somebody
   * restricted is counted, and has its words only for who says why they look (GDPR Art. 18(2)).
   */
  async of(context: RequestContext, contactId: string): Promise<MentionPreview> {
    const preview = await this.eraser.transaction(context, async (tx) => {
      const person = await soughtPerson(tx, contactId);
      return person ? this.review.preview(tx, person) : noMentions;
    });
    const { sureOnes, doubtful } = preview;
    const subject = { subjectType: 'contact', subjectId: contactId };
    const seen = await this.privacy.read(context, subject, (reader) =>
      this.texts.seenBy(reader, [...sureOnes, ...doubtful]),
    );
    const asSeen = (mention: MentionInContext) =>
      seen.has(mention.id) ? mention : { ...mention, context: null };
    return { ...preview, sureOnes: sureOnes.map(asSeen), doubtful: doubtful.map(asSeen) };
  }
}
