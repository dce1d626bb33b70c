import { Injectable } from '@nestjs/common';
import { InvalidInput, type Channel, type InteractionType } from '@seloste/kernel';
import { NotPermitted, Permissions, type ContactAttempt, type Decision } from '@seloste/permissions';
import { readerOf, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { CreateInteraction } from './interactions.dto.js';

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

/** It says what we hold, not what the person allows: they were reached, so there was an address. */
const isAboutAddresses = ({ code }: Decision): boolean => code === 'no_address' || code === 'undeliverable';

/** Asks, before an outbound contact is written down, whether it was allowed. */
@Injectable()
export class ContactPermission {
  constructor(private readonly permissions: Permissions) {}

  /**
   * The code of the decision against a contact that happened all the same; null where it is allowed, where no purpose is
   * given, or where nobody was contacted by us.
   * @throws NotPermitted where it is not allowed and no reason is given; InvalidInput
   */
  async refusalOf(
    tx: EntityManager,
    input: CreateInteraction,
    contactIds: string[],
  ): Promise<Decision['code'] | null> {
    const { purpose, unpermittedReason, type, direction } = input;
    if (purpose === undefined) {
      if (unpermittedReason) throw InvalidInput.of('purpose', 'required', 'what was it for?');
      return null;
    }
    const reader = readerOf(tx);
    await assertPurpose(reader, purpose);
    const channels = channelsOf[type];
    if (direction !== 'out' || channels === undefined) return null;
    const attempts = channels.map((channel) => ({ channel, purpose }));
    for (const contactId of contactIds) {
      const refused = await this.refused(reader, contactId, attempts);
      if (refused === null) continue;
      if (!unpermittedReason) throw new NotPermitted(refused.decision, refused.attempt);
      return refused.decision.code;
    }
    return null;
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
