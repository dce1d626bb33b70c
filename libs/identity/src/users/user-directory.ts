import { Inject, Injectable } from '@nestjs/common';
import {
  InvalidInput,
  NotFound,
  type Clock,
  type Page,
  type Permission,
  type RequestContext,
  type Role,
} from '@seloste/kernel';
import {
  CLOCK,
  Conditions,
  Database,
  readPage,
  sortOf,
  type KeysetKey,
  type KeysetQuery,
} from '@seloste/platform';
import { heldRoles } from '../access/access-of-user.js';
import { enrolledFactors, type Factor } from '../second-factor/enrolled-factors.js';
import type { OwnedRecords, UserQuery, UserResponse } from './users.dto.js';

interface Row {
  id: string;
  name: string;
  email: string;
  language: UserResponse['language'];
  duty: string | null;
  kind: UserResponse['kind'];
  next_end_at: Date | null;
  active: boolean;
  second_factors: Factor[];
  roles: Role[];
  created_at: Date;
  version: number;
}

/** Columns of {@link Row} at a time, given as a placeholder. */
const columns = (at: string): string => `
  u.id, u.name, u.email, u.language, u.duty, u.kind, u.deactivated_at IS NULL AS active, u.created_at, u.version,
  ${heldRoles('u.id', `${at}::timestamptz`)} AS roles, ${enrolledFactors('u.id')} AS second_factors,
  (SELECT min(g.ends_at) FROM role_grants g
   WHERE g.user_id = u.id AND g.ended_at IS NULL AND g.starts_at <= ${at} AND g.ends_at > ${at}) AS next_end_at`;

/** Who works here: what other modules and every colleague may know of a user. */
@Injectable()
export class UserDirectory {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(context: RequestContext, query: UserQuery): Promise<Page<UserResponse>> {
    const page = await readPage<Row & { cursor_key: string[] }>(
      this.database,
      toKeysetQuery(context, query, this.clock.now()),
      query,
    );
    return { ...page, items: page.items.map((row) => toUserResponse(context, row)) };
  }

  /** @throws NotFound */
  async get(context: RequestContext, id: string): Promise<UserResponse> {
    const [row] = await this.database.read<Row>(`SELECT ${columns('$1')} FROM users u WHERE u.id = $2`, [
      this.clock.now(),
      id,
    ]);
    if (!row) throw new NotFound('user');
    return { ...toUserResponse(context, row), ...(await this.owned(context, id)) };
  }

  private async owned(context: RequestContext, id: string): Promise<Pick<UserResponse, 'owns'>> {
    if (!holds(context, 'users.manage') && !holds(context, 'contacts.assign')) return {};
    const [owns] = await this.database.read<OwnedRecords>('SELECT companies, contacts FROM count_owned($1)', [
      id,
    ]);
    return { owns };
  }

  /**
   * For references to a user, such as an owner: only somebody who may sign in can be given anything.
   * @throws InvalidInput on `field` with the code `unknown_user`.
   */
  async assertActiveUser(id: string, field = 'ownerId'): Promise<void> {
    const [row] = await this.database.read(
      'SELECT 1 AS found FROM users WHERE id = $1 AND deactivated_at IS NULL',
      [id],
    );
    if (!row) throw InvalidInput.of(field, 'unknown_user', 'must be the id of an active user');
  }
}

const orders: Record<string, KeysetKey> = {
  name: { sql: 'u.name', type: 'text' },
  createdAt: { sql: 'u.created_at', type: 'timestamptz' },
};

const holds = ({ actor }: RequestContext, permission: Permission): boolean =>
  actor.kind === 'user' && actor.permissions.has(permission);

const seesAddresses = (context: RequestContext): boolean => holds(context, 'users.manage');

function toKeysetQuery(context: RequestContext, { q, active, sort }: UserQuery, at: Date): KeysetQuery {
  const conditions = new Conditions();
  if (active !== undefined)
    conditions.where.push(`u.deactivated_at IS ${active === 'true' ? '' : 'NOT '}NULL`);
  const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  conditions.add(pattern, (p) =>
    seesAddresses(context) ? `(u.name ILIKE ${p} OR u.email ILIKE ${p})` : `u.name ILIKE ${p}`,
  );
  return {
    select: columns(`$${conditions.parameters.length + 1}`),
    from: 'users u',
    where: conditions.where,
    parameters: [...conditions.parameters, at],
    countParameters: conditions.parameters,
    sort: sortOf(sort, orders, { sql: 'u.id', type: 'uuid' }),
  };
}

const toUserResponse = (context: RequestContext, row: Row): UserResponse => ({
  id: row.id,
  name: row.name,
  active: row.active,
  roles: row.roles,
  language: row.language,
  duty: row.duty,
  kind: row.kind,
  nextEndAt: row.next_end_at,
  ...(seesAddresses(context) ? { email: row.email, secondFactors: row.second_factors } : {}),
  createdAt: row.created_at,
  version: row.version,
});
