import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingUserId,
  InvalidInput,
  newId,
  normaliseEmail,
  normalisePhone,
  type Clock,
  type RequestContext,
} from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { CLOCK, MasterKey } from '@seloste/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { RequestTrail } from '../register/request-trail.js';
import { saveRequest } from '../register/request-work.js';
import { NotIdentified } from '../register/requests.errors.js';
import type { SubjectRequest } from '../register/subject-request.entity.js';
import type { ChallengeRequest, ChallengeResponse } from './answers.dto.js';
import { RequestChallenge } from './request-challenge.entity.js';

/** Minutes. */
const validFor = 30;

/** Wrong answers to one code. */
const mostTries = 5;

/**
 * Whoever asks shows that they are who they say by a code that reached them where we knew them before; nothing else is
 * asked of them (GDPR Art. 11, 12(6)).
 */
@Injectable()
export class Challenges {
  private readonly key: Buffer;

  constructor(
    masterKey: MasterKey,
    private readonly mailer: Mailer,
    private readonly trail: RequestTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = Buffer.from(masterKey.derive('code of a request'), 'hex');
  }

  /** A new code; earlier ones of the request confirm nothing any more. @throws NotIdentified, InvalidInput for an address that is not the person's */
  async make(
    tx: EntityManager,
    context: RequestContext,
    request: SubjectRequest,
    { way, address }: ChallengeRequest,
  ): Promise<ChallengeResponse> {
    if (request.contactId === null) throw new NotIdentified();
    const known = await knownAddress(tx, request.contactId, { way, address });
    if (known === null)
      throw InvalidInput.of('address', 'unknown', 'must be one that is known of the person');
    const now = this.clock.now();
    const [id, code] = [newId(), String(randomInt(1_000_000)).padStart(6, '0')];
    const expiresAt = new Date(now.getTime() + validFor * 60_000);
    await tx.update(RequestChallenge, { requestId: request.id, confirmedAt: IsNull() }, { expiresAt: now });
    await tx.insert(RequestChallenge, {
      ...{ id, requestId: request.id, way, address: known.value, codeDigest: this.digestOf(id, code) },
      ...{ tries: 0, expiresAt, confirmedAt: null, createdAt: now, createdBy: actingUserId(context) },
    });
    if (way === 'email') await this.mail(tx, request, { to: known, code, expiresAt });
    await this.trail.record(tx, context, request, { step: 'challenged', code: way });
    return { id, way, expiresAt, code: way === 'phone' ? code : null };
  }

  /** Whether the code is right; a wrong one counts. `request` is identified afterwards where it is. */
  async confirm(
    tx: EntityManager,
    context: RequestContext,
    request: SubjectRequest,
    { id, code }: { id: string; code: string },
  ): Promise<boolean> {
    const challenge = await tx.findOneBy(RequestChallenge, { id, requestId: request.id });
    const now = this.clock.now();
    const isOpen =
      challenge !== null &&
      challenge.confirmedAt === null &&
      challenge.expiresAt > now &&
      challenge.tries < mostTries;
    if (!isOpen) return false;
    if (!timingSafeEqual(challenge.codeDigest, this.digestOf(id, code.replace(/\s/g, '')))) {
      await tx.update(RequestChallenge, { id }, { tries: challenge.tries + 1 });
      return false;
    }
    await tx.update(RequestChallenge, { id }, { confirmedAt: now });
    await saveRequest(tx, Object.assign(request, { identifiedAt: now, status: 'in_progress' }));
    await this.trail.record(tx, context, request, { step: 'identified', code: challenge.way });
    return true;
  }

  private digestOf(id: string, code: string): Buffer {
    return createHmac('sha256', this.key).update(`${id} ${code}`).digest();
  }

  private async mail(
    tx: EntityManager,
    { id, reference, language, contactId }: SubjectRequest,
    { to, code, expiresAt }: { to: KnownAddress; code: string; expiresAt: Date },
  ): Promise<void> {
    await this.mailer.queue(tx, {
      ...{ to: to.value, language, template: 'request_challenge' as const },
      values: { name: to.name, reference, code, until: expiresAt.toISOString() },
      ...(contactId === null ? {} : { contactId }),
      about: { type: 'subject_request', id },
      deliverBefore: expiresAt,
    });
  }
}

interface KnownAddress {
  value: string;
  /** Of the person. */
  name: string;
}

async function knownAddress(
  tx: EntityManager,
  contactId: string,
  { way, address }: ChallengeRequest,
): Promise<KnownAddress | null> {
  const value = way === 'email' ? normaliseEmail(address) : (normalisePhone(address) ?? '');
  const [row] = await tx.query<KnownAddress[]>(
    `SELECT p.value, btrim(c.first_name || ' ' || c.last_name) AS name FROM contact_points p JOIN contacts c ON c.id = p.contact_id
     WHERE p.contact_id = $1 AND p.kind = $2 AND p.value = $3 LIMIT 1`,
    [contactId, way, value],
  );
  return row ?? null;
}
