import { Inject, Injectable } from '@nestjs/common';
import { NotFound, type Clock } from '@seloste/kernel';
import { CLOCK, Database, readPage, type ListQuery } from '@seloste/platform';
import type { InvitationPage, InvitationResponse } from './invitations.dto.js';

const columns = (now: string) => `
  i.id, i.name, i.email, i.roles, i.language, i.team_ids AS "teamIds", i.duty, i.kind, i.reason, i.ends_at AS "endsAt",
  CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.revoked_at IS NOT NULL THEN 'revoked'
    WHEN i.expires_at <= ${now} THEN 'expired' ELSE 'open' END AS status,
  json_build_object('id', u.id, 'name', u.name) AS "invitedBy", i.created_at AS "createdAt", i.sent_at AS "sentAt",
  i.expires_at AS "expiresAt", i.user_id AS "userId"`;

const from = 'invitations i JOIN users u ON u.id = i.invited_by';

/** Who was invited, for those who manage users. */
@Injectable()
export class InvitationDirectory {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(request: ListQuery): Promise<InvitationPage> {
    const page = await readPage<InvitationResponse & { cursor_key: string[] }>(
      this.database,
      {
        select: columns('$1::timestamptz'),
        from,
        countFrom: 'invitations i, (SELECT $1::timestamptz) AS now',
        where: [],
        parameters: [this.clock.now()],
        sort: {
          keys: [
            { sql: 'i.created_at', type: 'timestamptz' },
            { sql: 'i.id', type: 'uuid' },
          ],
          descending: true,
        },
      },
      request,
    );
    return { ...page, items: page.items.map(({ cursor_key: _, ...invitation }) => invitation) };
  }

  /** @throws NotFound */
  async get(id: string): Promise<InvitationResponse> {
    const [row] = await this.database.read<InvitationResponse>(
      `SELECT ${columns('$2::timestamptz')} FROM ${from} WHERE i.id = $1`,
      [id, this.clock.now()],
    );
    if (!row) throw new NotFound('invitation');
    return row;
  }
}
