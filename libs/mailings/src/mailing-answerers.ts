import { Injectable } from '@nestjs/common';
import { UserAccess } from '@seloste/identity';
import { Database } from '@seloste/platform';
import { MailingControl } from './mailing-control.js';
import type { Mailing } from './mailing.entity.js';

type Answered = Pick<Mailing, 'id' | 'dispatchedBy' | 'requestId'>;

/**
 * Whether whoever answers for a mailing still may. Whose access has ended sends nothing any more (K5): the mailing is
 * held until somebody else lets it go on.
 */
@Injectable()
export class MailingAnswerers {
  constructor(
    private readonly database: Database,
    private readonly access: UserAccess,
    private readonly control: MailingControl,
  ) {}

  /** Everything under way, though all of it be in the outbox already. */
  async holdUnanswered(): Promise<void> {
    const underWay = await this.database.read<Answered>(
      `SELECT id, dispatched_by AS "dispatchedBy", request_id AS "requestId" FROM mailings WHERE status = 'sending' ORDER BY id`,
    );
    for (const mailing of underWay) await this.holdUnlessAnswered(mailing);
  }

  /** @returns whether it may go on */
  async holdUnlessAnswered({ id, dispatchedBy, requestId }: Answered): Promise<boolean> {
    const mayGoOn =
      dispatchedBy !== null &&
      (await this.access.contextOf(dispatchedBy, 'mailings.manage', requestId ?? '')) !== null;
    if (!mayGoOn) await this.control.stop(id, dispatchedBy);
    return mayGoOn;
  }
}
