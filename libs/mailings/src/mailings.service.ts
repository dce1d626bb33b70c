import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type Page,
  type Purpose,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database, readerOf, type Reader } from '@seloste/platform';
import { assertForPurpose, Templates } from '@seloste/templates';
import type { EntityManager } from 'typeorm';
import { Mailing } from './mailing.entity.js';
import type { CreateMailing, MailingQuery, MailingResponse, UpdateMailing } from './mailings.dto.js';
import { MailingIsDispatched } from './mailings.errors.js';
import { classOfPurpose } from './purpose-class.js';
import { listMailings, readMailing } from './read-mailings.js';

/** Writing mailings, until they are sent off. */
@Injectable()
export class MailingsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly templates: Templates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(query: MailingQuery): Promise<Page<MailingResponse>> {
    return listMailings(this.database, query);
  }

  /** @throws NotFound */
  get(id: string): Promise<MailingResponse> {
    return readMailing(this.database, id);
  }

  /** @throws InvalidInput for a purpose, template or segment that is none, or that do not go together */
  create(context: RequestContext, input: CreateMailing): Promise<MailingResponse> {
    const id = newId();
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const mailing = tx.create(Mailing, {
        id,
        name: input.name ?? (await templateName(tx, input.templateId)),
        purpose: input.purpose,
        templateId: input.templateId,
        segmentId: input.segmentId,
        areas: input.areas ?? null,
        roleReason: input.roleReason ?? null,
        serviceReason: input.serviceReason ?? null,
        status: 'draft',
        version: 1,
        createdAt: now,
        createdBy: actingUserId(context),
        updatedAt: now,
      });
      await this.assertSound(tx, mailing);
      await tx.insert(Mailing, mailing);
      const fields = Object.entries(input).flatMap(([field, value]) => (value == null ? [] : [field]));
      await this.audit.record(tx, context, onRecord('mailing.create', id, fields));
      return readMailing(readerOf(tx), id);
    });
  }

  /** @throws NotFound, StaleVersion, MailingIsDispatched, InvalidInput as {@link create} */
  update(
    context: RequestContext,
    id: string,
    input: UpdateMailing,
    ifMatch?: number,
  ): Promise<MailingResponse> {
    return this.database.transaction(async (tx) => {
      const mailing = await lockMailing(tx, id);
      assertVersion(mailing, ifMatch);
      if (mailing.status !== 'draft') throw new MailingIsDispatched();
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      const changed = given.filter(
        ([field, value]) => JSON.stringify(mailing[field as keyof UpdateMailing]) !== JSON.stringify(value),
      );
      if (changed.length > 0) {
        Object.assign(mailing, Object.fromEntries(changed));
        await this.assertSound(tx, mailing);
        mailing.version += 1;
        mailing.updatedAt = this.clock.now();
        await tx.save(mailing);
        const fields = changed.map(([field]) => field);
        await this.audit.record(tx, context, onRecord('mailing.update', id, fields));
      }
      return readMailing(readerOf(tx), id);
    });
  }

  /** @throws NotFound, MailingIsDispatched */
  async remove(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const mailing = await lockMailing(tx, id);
      if (mailing.status !== 'draft') throw new MailingIsDispatched();
      await tx.delete(Mailing, { id });
      await this.audit.record(tx, context, onRecord('mailing.delete', id));
    });
  }

  private async assertSound(tx: EntityManager, mailing: Mailing): Promise<void> {
    const reader = readerOf(tx);
    await assertSendable(reader, mailing.purpose);
    const version = await this.templates
      .currentVersion(reader, mailing.templateId)
      .catch((error: unknown) => {
        throw error instanceof NotFound ? unknownRecord('templateId') : error;
      });
    assertForPurpose(version, mailing.purpose, 'templateId');
    const segments = await reader.read('SELECT 1 FROM segments WHERE id = $1 FOR KEY SHARE', [
      mailing.segmentId,
    ]);
    if (segments.length === 0) throw unknownRecord('segmentId');
  }
}

const unknownRecord = (field: string): InvalidInput =>
  InvalidInput.of(field, 'unknown', 'must be the id of one that there is');

/** @throws InvalidInput for a purpose that no message is sent for */
async function assertSendable(reader: Reader, purpose: Purpose): Promise<void> {
  if ((await classOfPurpose(reader, purpose, 'purpose')) === 'profiling')
    throw InvalidInput.of('purpose', 'profiling', 'must be a purpose that messages are sent for');
}

async function templateName(tx: EntityManager, id: string): Promise<string> {
  const [template] = await tx.query<{ name: string }[]>('SELECT name FROM templates WHERE id = $1', [id]);
  if (!template) throw unknownRecord('templateId');
  return template.name;
}

/** The mailing, kept from others' changes until the transaction ends. @throws NotFound */
export async function lockMailing(tx: EntityManager, id: string): Promise<Mailing> {
  const mailing = await tx.findOne(Mailing, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!mailing) throw new NotFound('mailing');
  return mailing;
}

/** An act on a mailing, for the record. */
export const onRecord = (action: string, subjectId: string, fields: string[] = []): AuditEntry => ({
  action,
  subjectType: 'mailing',
  subjectId,
  fields,
});
