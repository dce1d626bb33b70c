import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import { actingUserId, InvalidInput, isEmail, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { RequestTrail } from '../register/request-trail.js';
import type { SubjectRequest } from '../register/subject-request.entity.js';
import type { LetterInput } from './answers.dto.js';
import { RequestLetter } from './request-letter.entity.js';
import type { LetterKind } from './words/request-letter-words.js';

/** Tells people of their requests, in the transaction of what they are told (GDPR Art. 12(1)). */
@Injectable()
export class SendLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly trail: RequestTrail,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput where it is to go by e-mail and no address is known */
  async send(
    tx: EntityManager,
    context: RequestContext,
    request: SubjectRequest,
    { kind, letter: { subject, body, way, sentOn } }: { kind: LetterKind; letter: LetterInput },
  ): Promise<RequestLetter> {
    const today = await this.calendar.today();
    const id = newId();
    const letter = Object.assign(new RequestLetter(), {
      ...{ id, requestId: request.id, kind, way, language: request.language, subject, body },
      sentOn: way === 'email' ? today : (sentOn ?? today),
      mailId: way === 'email' ? await this.mail(tx, request, { id, subject, body }) : null,
      ...{ recordedAt: this.clock.now(), recordedBy: actingUserId(context) },
    });
    await tx.insert(RequestLetter, { ...letter });
    const about = { type: 'request_letter', id };
    await this.trail.record(tx, context, request, { step: 'letter_sent', code: kind, about });
    return letter;
  }

  private async mail(
    tx: EntityManager,
    request: SubjectRequest,
    { id, subject, body }: { id: string; subject: string; body: string },
  ): Promise<string> {
    const to = await addressOf(tx, request);
    if (to === null) throw InvalidInput.of('letter.way', 'no_address', 'no e-mail address is known');
    return this.mailer.queue(tx, {
      ...{ to, language: request.language, template: 'written_letter' },
      values: { subject, body },
      ...(request.contactId === null ? {} : { contactId: request.contactId }),
      about: { type: 'request_letter', id },
    });
  }
}

/**
 * Where the person is written to: at the address that asked, where it is theirs or nobody's whom we know; else at their
 * first one. What is about somebody never goes to an address that is not theirs.
 */
export async function addressOf(
  tx: EntityManager,
  { contactId, identifier }: Pick<SubjectRequest, 'contactId' | 'identifier'>,
): Promise<string | null> {
  const asked = identifier !== null && isEmail(identifier) ? identifier.trim().toLowerCase() : null;
  if (contactId === null) return asked;
  const [row] = await tx.query<{ value: string }[]>(
    `SELECT value FROM contact_points WHERE contact_id = $1 AND kind = 'email' ORDER BY value = $2 DESC, position LIMIT 1`,
    [contactId, asked ?? ''],
  );
  return row?.value ?? null;
}
