import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, type Clock, type RequestContext } from '@seloste/kernel';
import { Mailer } from '@seloste/mail';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { subjectOf } from '../evidence-scope.js';
import type { NoticeWay } from './notice-duty.entity.js';

/** How people got to know. */
export interface Discharge {
  via: NoticeWay;
  /** The message or letter that told them. */
  messageId?: string | null;
  note?: string | null;
}

/** A message of ours told them. */
const byMessage: RequestContext = { actor: { kind: 'system', name: 'notice' }, requestId: '' };

/** Who did not give the data themselves is told of us (GDPR Art. 14): the duty arises by itself, and ends here. */
@Injectable()
export class Notices implements OnModuleInit {
  constructor(
    private readonly audit: Audit,
    private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.mailer.afterHandOver('privacy_notice', async (tx, { id, contactId }) => {
      if (contactId !== null) await this.discharge(tx, [contactId], { via: 'notice_mail', messageId: id });
    });
  }

  /**
   * The people know now, restricted ones among them. Who knew already is passed over.
   * @returns the ids of those whose duty ended
   */
  async discharge(
    tx: EntityManager,
    contactIds: readonly string[],
    { via, messageId = null, note = null }: Discharge,
    context: RequestContext = byMessage,
  ): Promise<string[]> {
    if (contactIds.length === 0) return [];
    const told = await tx.query<{ id: string }[]>('SELECT discharge_notices($1, $2, $3, $4, $5, $6) AS id', [
      contactIds,
      ...[via, messageId, note, this.clock.now(), actingUserId(context)],
    ]);
    const fields = ['dischargedAt', 'dischargedVia'];
    const entries = told.map(({ id: contactId }) => ({
      action: 'notice_duty.discharge',
      ...subjectOf({ contactId }),
      fields,
    }));
    if (entries.length > 0) await this.audit.recordAll(tx, context, entries);
    return told.map(({ id }) => id);
  }
}
