import { Inject, Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { actingUserId, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { Eraser } from '../execution/eraser.js';
import { contentsOf, Surveys, type SurveyedPerson } from '../execution/survey.js';
import { ErasurePlan } from './erasure-plan.entity.js';

/** What erasing a person would do, before anybody does it (GDPR Art. 17; V7). */
@Injectable()
export class ErasurePlans {
  constructor(
    private readonly eraser: Eraser,
    private readonly privacy: PrivacyOfficer,
    private readonly surveys: Surveys,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Looks everywhere and changes nothing. @throws NotFound */
  async make(context: RequestContext, contactId: string): Promise<ErasurePlan> {
    await this.assertSeen(context, contactId);
    return this.eraser.transaction(context, async (tx) => {
      const [person] = await tx.query<SurveyedPerson[]>(
        `SELECT id, version, restricted, erased_at AS "erasedAt" FROM contacts WHERE id = $1 FOR NO KEY UPDATE`,
        [contactId],
      );
      if (!person || person.erasedAt !== null) throw new NotFound('contact');
      const contents = contentsOf(await this.surveys.make(tx, person));
      const [id, madeAt, madeBy] = [newId(), this.clock.now(), actingUserId(context)];
      const plan = Object.assign(new ErasurePlan(), { id, contactId, madeAt, madeBy, contents });
      await tx.insert(ErasurePlan, { ...plan });
      await this.audit.record(tx, context, {
        action: 'contact.plan_erasure',
        subjectType: 'contact',
        subjectId: contactId,
      });
      return plan;
    });
  }

  /** Who is restricted is there only for who says why they ask, as everywhere (GDPR Art. 18(2)). @throws NotFound */
  async assertSeen(context: RequestContext, contactId: string): Promise<void> {
    const subject = { subjectType: 'contact', subjectId: contactId };
    const seen = await this.privacy.read(context, subject, (reader) =>
      reader.read<{ id: string }>('SELECT id FROM contacts WHERE id = $1', [contactId]),
    );
    if (seen.length === 0) throw new NotFound('contact');
  }
}
