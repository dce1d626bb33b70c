import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { RequestEvent, type RequestStep } from './request-event.entity.js';
import type { SubjectRequest } from './subject-request.entity.js';

/** A step, and what it made or changed. Codes and ids only. */
export interface Stepped {
  step: RequestStep;
  code?: string | null;
  about?: { type: string; id: string };
  /** Which of the request's fields it changed. */
  fields?: string[];
}

/** Writes a request's way down: in its own trail, and in the audit record. */
@Injectable()
export class RequestTrail {
  constructor(
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(
    tx: EntityManager,
    context: RequestContext,
    { id: requestId }: SubjectRequest,
    { step, code, about, fields }: Stepped,
  ): Promise<void> {
    await tx.insert(RequestEvent, {
      ...{ id: newId(), requestId, step, code: code ?? null },
      ...{ aboutType: about?.type ?? null, aboutId: about?.id ?? null },
      ...{ at: this.clock.now(), by: actingUserId(context) },
    });
    await this.audit.record(tx, context, {
      action: `subject_request.${step}`,
      subjectType: 'subject_request',
      subjectId: requestId,
      ...(fields ? { fields } : {}),
    });
  }
}
