import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import {
  actingUserId,
  calendarDay,
  newId,
  normaliseEmail,
  normalisePhone,
  randomLetters,
  type Clock,
  type Language,
  type RequestContext,
} from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { deadlineOf } from '../deadlines/deadlines.js';
import type { NewRequest } from './new-request.js';
import { RequestTrail } from './request-trail.js';
import { SubjectRequest, type RulesAtReceipt } from './subject-request.entity.js';

const known = `
  SELECT DISTINCT c.id FROM contact_points p JOIN contacts c ON c.id = p.contact_id
  WHERE c.erased_at IS NULL AND (p.kind = 'email' AND p.value = $1 OR p.kind = 'phone' AND p.value = $2) LIMIT 2`;

const rulesInForce = `
  SELECT json_build_object(
    'retention', (SELECT coalesce(json_agg(json_build_object('key', key, 'version', version, 'period', period) ORDER BY key), '[]') FROM retention_rules),
    'purposes', (SELECT coalesce(json_agg(json_build_object('key', key, 'basis', basis, 'version', version) ORDER BY key), '[]') FROM purposes)
  ) AS rules`;

/** Takes requests in, from whatever door: the clock starts at receipt (GDPR Art. 12(3); V8). */
@Injectable()
export class ReceiveRequest {
  constructor(
    private readonly calendar: Calendar,
    private readonly trail: RequestTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In a transaction that sees restricted people: theirs come in as everybody's do. Whose it is, is taken from
   * `identifier` only where one person alone is known by it.
   */
  async receive(tx: EntityManager, context: RequestContext, input: NewRequest): Promise<SubjectRequest> {
    const receivedOn = calendarDay(input.receivedAt, await this.calendar.timeZone());
    const now = this.clock.now();
    const contactId = input.contactId ?? (await theOneKnownBy(tx, input.identifier));
    const isIdentified = input.isIdentified === true && contactId !== null;
    const [frozen] = await tx.query<{ rules: RulesAtReceipt }[]>(rulesInForce);
    const request = Object.assign(new SubjectRequest(), {
      ...{
        id: newId(),
        reference: `SR-${randomLetters(6)}`,
        kind: input.kind,
        contactId,
        identifier: input.identifier,
      },
      ...{ wording: input.wording, receivedVia: input.receivedVia, receivedAt: input.receivedAt, receivedOn },
      language: input.language ?? (await languageOf(tx, contactId)),
      ...{ dueOn: deadlineOf(receivedOn, 0), extension: 0, extensionReason: null },
      ...{ status: isIdentified ? ('in_progress' as const) : ('received' as const), outcome: null },
      ...{ refusalGrounds: [], passedOnTo: null, rules: frozen?.rules ?? { retention: [], purposes: [] } },
      ...{ identifiedAt: isIdentified ? now : null, holdId: null, restrictionId: null },
      ...{ isCanary: input.isCanary === true, assigneeId: null, recordedBy: actingUserId(context) },
      ...{ recordedAt: now, closedAt: null, version: 1 },
    });
    await tx.insert(SubjectRequest, { ...request });
    await this.trail.record(tx, context, request, { step: 'received', code: input.receivedVia });
    if (isIdentified)
      await this.trail.record(tx, context, request, { step: 'identified', code: input.receivedVia });
    return request;
  }
}

async function theOneKnownBy(tx: EntityManager, identifier: string | null): Promise<string | null> {
  if (identifier === null) return null;
  const people = await tx.query<{ id: string }[]>(known, [
    normaliseEmail(identifier),
    normalisePhone(identifier) ?? '',
  ]);
  return people.length === 1 ? (people[0]?.id ?? null) : null;
}

async function languageOf(tx: EntityManager, contactId: string | null): Promise<Language> {
  const [row] = await tx.query<{ language: Language }[]>(
    `SELECT coalesce((SELECT language FROM contacts WHERE id = $1), (SELECT language FROM controllers), 'fi') AS language`,
    [contactId],
  );
  return row?.language ?? 'fi';
}
