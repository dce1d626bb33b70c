import { Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import { NotFound, type RequestContext } from '@seloste/kernel';
import { assertVersion, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { RequestClosed } from './requests.errors.js';
import { SubjectRequest } from './subject-request.entity.js';

/**
 * Work on one open request, which nobody else works on until the transaction ends. It sees the person though they may be
 * restricted: the request itself is the reason, and stands on record as such (GDPR Art. 18(2)).
 */
@Injectable()
export class RequestWork {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
  ) {}

  /** Somebody of ours works on it. @throws NotFound, StaleVersion, RequestClosed */
  async carryOn<T>(
    context: RequestContext,
    id: string,
    work: (tx: EntityManager, request: SubjectRequest) => Promise<T>,
    ifMatch?: number,
  ): Promise<T> {
    const acting = await this.because(context, id);
    return this.privacy.act(acting, { subjectType: 'subject_request', subjectId: id }, (tx) =>
      onOpen(tx, id, work, ifMatch),
    );
  }

  /** The person, or the software itself, goes on with it. @throws NotFound, RequestClosed */
  goOn<T>(id: string, work: (tx: EntityManager, request: SubjectRequest) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => this.privacy.carryOut(tx, () => onOpen(tx, id, work)));
  }

  /** The caller's own reason, or the request's. @throws NotFound */
  async because(context: RequestContext, id: string): Promise<RequestContext> {
    if (context.privacyReason !== undefined) return context;
    const [row] = await this.database.transaction((tx) =>
      this.privacy.carryOut(tx, () =>
        tx.query<{ reference: string }[]>('SELECT reference FROM subject_requests WHERE id = $1', [id]),
      ),
    );
    if (!row) throw new NotFound('subject_request');
    return { ...context, privacyReason: row.reference };
  }
}

async function onOpen<T>(
  tx: EntityManager,
  id: string,
  work: (tx: EntityManager, request: SubjectRequest) => Promise<T>,
  ifMatch?: number,
): Promise<T> {
  const request = await tx.findOne(SubjectRequest, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!request) throw new NotFound('subject_request');
  assertVersion(request, ifMatch);
  if (request.status === 'closed') throw new RequestClosed();
  return work(tx, request);
}

/** Writes what changed, with a new version. `request` has the new values already. */
export async function saveRequest(tx: EntityManager, request: SubjectRequest): Promise<void> {
  request.version += 1;
  await tx.save(SubjectRequest, request);
}
