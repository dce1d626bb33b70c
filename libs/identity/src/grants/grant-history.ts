import { Inject, Injectable } from '@nestjs/common';
import { NotFound, type Clock } from '@seloste/kernel';
import { CLOCK, Database, referenceOf } from '@seloste/platform';
import type { GrantHistory, GrantResponse, GrantState } from './grants.dto.js';
import { grantReasons } from './grant-reasons.js';

interface Row {
  id: string;
  user_id: string;
  user_name: string;
  role: GrantResponse['role'];
  reason: string;
  granted_by: string | null;
  granter: string | null;
  granted_at: Date;
  starts_at: Date;
  ends_at: Date | null;
  ended_at: Date | null;
  ended_by: string | null;
  ender: string | null;
  end_reason: string | null;
}

const select = `
  SELECT g.*, u.name AS user_name, b.name AS granter, e.name AS ender
  FROM role_grants g JOIN users u ON u.id = g.user_id
    LEFT JOIN users b ON b.id = g.granted_by LEFT JOIN users e ON e.id = g.ended_by`;

/** What roles somebody has held: who gave them, why, from when to when (K5). */
@Injectable()
export class GrantHistories {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async of(userId: string): Promise<GrantHistory> {
    const [user] = await this.database.read('SELECT 1 AS found FROM users WHERE id = $1', [userId]);
    if (!user) throw new NotFound('user');
    const rows = await this.database.read<Row>(
      `${select} WHERE g.user_id = $1 ORDER BY g.granted_at DESC, g.id DESC`,
      [userId],
    );
    const now = this.clock.now();
    return { items: rows.map((row) => toGrantResponse(row, now)) };
  }

  /** @throws NotFound */
  async get(id: string): Promise<GrantResponse> {
    const [row] = await this.database.read<Row>(`${select} WHERE g.id = $1`, [id]);
    if (!row) throw new NotFound('grant');
    return toGrantResponse(row, this.clock.now());
  }
}

function stateOf({ starts_at, ends_at, ended_at, end_reason }: Row, now: Date): GrantState {
  if (ended_at !== null) return end_reason === grantReasons.lapsed ? 'lapsed' : 'ended';
  if (ends_at !== null && ends_at <= now) return 'lapsed';
  return starts_at > now ? 'planned' : 'current';
}

const toGrantResponse = (row: Row, now: Date): GrantResponse => ({
  id: row.id,
  user: { id: row.user_id, name: row.user_name },
  role: row.role,
  state: stateOf(row, now),
  reason: row.reason,
  grantedBy: referenceOf(row.granted_by, row.granter),
  grantedAt: row.granted_at,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  endedAt: row.ended_at,
  endedBy: referenceOf(row.ended_by, row.ender),
  endReason: row.end_reason,
});
