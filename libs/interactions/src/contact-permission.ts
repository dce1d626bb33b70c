import { Injectable } from '@nestjs/common';
import { InvalidInput, type Channel, type InteractionType, type RequestContext } from '@seloste/kernel';
import { Permissions, type ContactAttempt, type Decision } from '@seloste/permissions';
import { readerOf, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Interaction } from './interaction.entity.js';
import type { CreateInteraction } from './interactions.dto.js';

/** A contact as far as it is asked about. */
type Occasion = Pick<CreateInteraction, 'type' | 'direction' | 'purpose' | 'unpermittedReason'>;

/** What the columns of an interaction say of a contact that happened though it was not allowed. */
export type Mark = Pick<Interaction, 'unpermittedCode' | 'unpermittedReason'>;

/**
 * By which channels each kind of contact is decided: it is refused where all of them refuse. Nobody objects to "visits":
 * whoever is met in person may be until they object to everything, like by post and by phone together.
 */
const channelsOf: Partial<Record<InteractionType, readonly Channel[]>> = {
  call: ['phone'],
  email: ['email'],
  chat: ['chat'],
  meeting: ['phone', 'post'],
  visit: ['phone', 'post'],
};

/** Contact that nobody says came from the person is asked about as ours. */
const channelsAsked = ({ type, direction }: Pick<Occasion, 'type' | 'direction'>): readonly Channel[] =>
  direction === 'in' ? [] : (channelsOf[type] ?? []);

/** It says what we hold, not what the person allows: they were reached, so there was an address. */
const isAboutAddresses = ({ code }: Decision): boolean => code === 'no_address' || code === 'undeliverable';

/** Asks, before an outbound contact is written down, whether it was allowed. */
@Injectable()
export class ContactPermission {
  constructor(private readonly permissions: Permissions) {}

  /**
   * The mark of a contact that happened all the same; empty where it is allowed, where no purpose is given, or where
   * nobody was contacted by us.
   * @throws NotPermitted where it is not allowed and no reason is given; InvalidInput
   */
  async markOf(
    tx: EntityManager,
    context: RequestContext,
    { occasion, contactIds }: { occasion: Occasion; contactIds: string[] },
  ): Promise<Mark> {
    const { purpose, unpermittedReason } = occasion;
    const unmarked = { unpermittedCode: null, unpermittedReason: null };
    if (purpose === undefined) {
      if (unpermittedReason) throw InvalidInput.of('purpose', 'required', 'what was it for?');
      return unmarked;
    }
    const reader = readerOf(tx);
    await assertPurpose(reader, purpose);
    const attempts = channelsAsked(occasion).map((channel) => ({ channel, purpose }));
    if (attempts.length === 0) return unmarked;
    for (const contactId of contactIds) {
      const refused = await this.refused(reader, contactId, attempts);
      if (refused === null) continue;
      if (!unpermittedReason) throw await this.permissions.refusalOf(reader, context, refused);
      return { unpermittedCode: refused.decision.code, unpermittedReason };
    }
    return unmarked;
  }

  /**
   * The mark after an edit. Asked about are those whom the edit makes us contact, and by which channel; who was asked
   * about already is not again. A mark stays, whatever is edited.
   * @throws NotPermitted, InvalidInput
   */
  async markAfter(
    tx: EntityManager,
    context: RequestContext,
    {
      was,
      becomes,
      contactIds,
    }: {
      was: Interaction;
      becomes: Omit<Occasion, 'purpose'>;
      contactIds: { was: string[]; becomes: string[] };
    },
  ): Promise<Mark> {
    const { unpermittedCode, unpermittedReason } = was;
    if (unpermittedCode !== null) return { unpermittedCode, unpermittedReason };
    const before = channelsAsked(was);
    const isAskedAlready = channelsAsked(becomes).every((channel) => before.includes(channel));
    const people = isAskedAlready
      ? contactIds.becomes.filter((id) => !contactIds.was.includes(id))
      : contactIds.becomes;
    const occasion = { ...becomes, purpose: was.purpose ?? undefined };
    return this.markOf(tx, context, { occasion, contactIds: people });
  }

  /** The first refusal where all of the attempts are refused. */
  private async refused(
    reader: Reader,
    contactId: string,
    attempts: ContactAttempt[],
  ): Promise<{ decision: Decision; attempt: ContactAttempt } | null> {
    const refusals = [];
    for (const attempt of attempts) {
      const decision = await this.permissions.decide(reader, contactId, attempt);
      if (decision.allowed || isAboutAddresses(decision)) return null;
      refusals.push({ decision, attempt });
    }
    return refusals[0] ?? null;
  }
}

/** @throws InvalidInput */
async function assertPurpose(reader: Reader, key: string): Promise<void> {
  const rows = await reader.read('SELECT 1 AS one FROM purposes WHERE key = $1', [key]);
  if (rows.length === 0) throw InvalidInput.of('purpose', 'not_found', 'must be a purpose of the company');
}
