import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import type { Permission, RequestContext } from '@seloste/kernel';
import { Database, readerOf, type Reader } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { assertReaches, subjectOf, type Subject } from './evidence-scope.js';

/** Whom it is about, and what the caller needs to reach them with. */
export interface Reached {
  subject: Subject;
  permission: Permission;
}

/**
 * Reading and writing evidence within the caller's reach; of restricted people, for a privacy officer who says why
 * (GDPR Art. 18).
 */
@Injectable()
export class EvidenceActs {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
  ) {}

  /** One transaction; what it does is put on record by `work`. @throws NotFound, Forbidden */
  write<T>(context: RequestContext, reached: Reached, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const checked = async (tx: EntityManager) => {
      await assertReaches(readerOf(tx), context, reached);
      return work(tx);
    };
    if (context.privacyReason === undefined) return this.database.transaction(checked);
    return this.privacy.act(context, subjectOf(reached.subject), checked);
  }

  /** A look, on record as `action`. @throws NotFound, Forbidden */
  async read<T>(
    context: RequestContext,
    { action, ...reached }: Reached & { action: string },
    work: (reader: Reader) => Promise<T>,
  ): Promise<T> {
    const subject = subjectOf(reached.subject);
    const seen = await this.privacy.read(context, subject, async (reader) => {
      await assertReaches(reader, context, reached);
      return work(reader);
    });
    await this.audit.recordRead(context, { action, ...subject });
    return seen;
  }
}
