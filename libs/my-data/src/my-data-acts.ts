import { Inject, Injectable } from '@nestjs/common';
import { isId, newId, type Clock, type Language, type RequestContext } from '@seloste/kernel';
import { Consents, PersonLinks } from '@seloste/permissions';
import { CLOCK } from '@seloste/platform';
import { RequestIntake, requestKinds, type NewRequest, type RequestKind } from '@seloste/requests';
import type { EntityManager } from 'typeorm';
import {
  CorrectionProposal,
  correctableFields,
  type CorrectableField,
} from './correction-proposal.entity.js';
import type { HeldOnPerson } from './held-on-person.js';
import { MyDataLetters } from './my-data-letters.js';
import type { OpenSession } from './my-data-sessions.js';

/** What was posted. */
type Fields = Partial<Record<string, string>>;

/** What was done, for the page to say. */
export type Acted =
  | { did: 'received'; reference: string; dueOn: string }
  | { did: 'withdrawn' }
  | { did: 'confirmation' }
  | { did: 'choices'; url: string };

/** Who acts on whose page, and what is held there. */
export interface Acting {
  context: RequestContext;
  session: Pick<OpenSession, 'contactId' | 'address'>;
  language: Language;
  held: HeldOnPerson;
}

/** What a person does on their own page, each in the transaction that found them (GDPR Art. 7(3), 15–21). */
@Injectable()
export class MyDataActs {
  constructor(
    private readonly intake: RequestIntake,
    private readonly consents: Consents,
    private readonly links: PersonLinks,
    private readonly letters: MyDataLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null for what was not understood, and then nothing was done. */
  async act(tx: EntityManager, acting: Acting, fields: Fields): Promise<Acted | null> {
    const { request, withdraw, correct, choices } = fields;
    const wording = fields.wording?.trim().slice(0, 5_000) || null;
    if (request !== undefined) {
      const kind = requestKinds.find((one) => one === request);
      return kind ? this.request(tx, acting, { kind, wording }) : null;
    }
    if (correct !== undefined) {
      const field = correctableFields.find((one) => one === correct);
      const value = fields.value?.trim().slice(0, 1_000);
      return field && value ? this.correct(tx, acting, { field, value }) : null;
    }
    if (withdraw !== undefined) return this.withdraw(tx, acting, withdraw);
    return choices === undefined ? null : this.choices(tx, acting);
  }

  /** Takes a request in that its own link confirmed. */
  receive(
    tx: EntityManager,
    { context, session, language }: Omit<Acting, 'held'>,
    { kind, wording }: { kind: RequestKind; wording: string | null },
  ): Promise<{ id: string; reference: string; dueOn: string }> {
    const { contactId, address: identifier } = session;
    const request: NewRequest = {
      ...{ kind, contactId, identifier, language, wording },
      ...{ receivedVia: 'my_data', receivedAt: this.clock.now(), isIdentified: true },
    };
    return this.intake.receiveIn(tx, context, request);
  }

  /** What cannot be undone asks for a link of its own first: an open page is not enough. */
  private async request(
    tx: EntityManager,
    acting: Acting,
    { kind, wording }: { kind: RequestKind; wording: string | null },
  ): Promise<Acted> {
    if (kind === 'erasure') {
      const { session, language, held } = acting;
      const { contactId, address } = session;
      const name = `${held.firstName} ${held.lastName}`.trim();
      const link = { contactId, address, language, name, wording };
      await this.letters.sendLink(tx, { ...link, confirms: 'erasure' });
      return { did: 'confirmation' };
    }
    const { reference, dueOn } = await this.receive(tx, acting, { kind, wording });
    return { did: 'received', reference, dueOn };
  }

  private async correct(
    tx: EntityManager,
    acting: Acting,
    { field, value }: { field: CorrectableField; value: string },
  ): Promise<Acted> {
    const oldValue = valueOf(acting.held, field);
    const wording = `${field}: ${oldValue ?? '–'} → ${value}`;
    const { id, reference, dueOn } = await this.receive(tx, acting, { kind: 'rectification', wording });
    await tx.insert(CorrectionProposal, {
      ...{ id: newId(), requestId: id, field, oldValue, newValue: value },
      ...{ status: 'proposed', proposedAt: this.clock.now(), decidedAt: null, decidedBy: null },
    });
    return { did: 'received', reference, dueOn };
  }

  private async withdraw(
    tx: EntityManager,
    { context, session, held }: Acting,
    id: string,
  ): Promise<Acted | null> {
    if (!isId(id)) return null;
    const { contactId } = session;
    const consentIds = held.consents.filter((consent) => consent.id === id).map((consent) => consent.id);
    await this.consents.withdraw(tx, context, { contactId, consentIds, receivedVia: 'preference_page' });
    return { did: 'withdrawn' };
  }

  /** A new link to the page of their choices, as a message would carry it. */
  private async choices(tx: EntityManager, { session, language }: Acting): Promise<Acted> {
    const id = newId();
    const { contactId, address } = session;
    await this.links.issue(tx, [{ id, contactId, kind: 'preferences', language, address }]);
    return { did: 'choices', url: `/p/${this.links.tokenOf(id)}?lang=${language}` };
  }
}

/** As it is held; null where nothing is. */
function valueOf(held: HeldOnPerson, field: CorrectableField): string | null {
  const values: Record<CorrectableField, string | null> = {
    name: `${held.firstName} ${held.lastName}`.trim(),
    ...{ title: held.title, company: held.company, language: held.language, other: null },
    email: held.emails.join(', '),
    phone: held.phones.join(', '),
    interests: held.interests.join(', '),
  };
  return values[field] || null;
}
