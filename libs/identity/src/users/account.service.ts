import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { type Clock, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database } from '@seloste/platform';
import { applyChanges } from '../changes.js';
import { NotAuthenticated } from '../identity.errors.js';
import { accessColumns, permissionsOfRow, type AccessRow } from '../access/access-of-user.js';
import { LiveSessions } from '../access/live-sessions.js';
import type { Me, UpdateMe } from './account.dto.js';
import { lockUser } from './lock-user.js';

const me = `
  SELECT u.id, u.name, u.email, u.language, u.theme, u.version, ${accessColumns('$2::timestamptz')},
         json_build_object('id', c.id, 'name', c.name, 'businessId', c.business_id, 'language', c.language,
                           'timeZone', c.time_zone) AS controller
  FROM users u CROSS JOIN controllers c
  WHERE u.id = $1`;

type MeRow = Omit<Me, 'permissions' | 'undertakingAccepted' | 'secondFactor'> & AccessRow;

function toMe(row: MeRow): Me {
  const { id, name, email, roles, language, theme, controller, version } = row;
  const permissions = [...permissionsOfRow(row)].map(([permission, scope]) => ({
    permission,
    reach: scope === 'all' ? ('all' as const) : ('some' as const),
  }));
  return {
    ...{ id, name, email, roles, language, theme, controller, version, permissions },
    undertakingAccepted: row.undertaking_accepted,
    secondFactor: { enrolled: row.second_factors, demanded: row.second_factor_demanded },
  };
}

/** What users do with their own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(userId: string): Promise<Me> {
    const [row] = await this.database.read<MeRow>(me, [userId, this.clock.now()]);
    if (!row) throw new NotAuthenticated();
    return toMe(row);
  }

  /** @throws StaleVersion */
  async update(context: RequestContext, userId: string, changes: UpdateMe, ifMatch?: number): Promise<Me> {
    await this.database.transaction(async (tx) => {
      const user = await lockUser(tx, userId);
      assertVersion(user, ifMatch);
      const fields = applyChanges(user, changes);
      if (fields.length === 0) return;
      user.changedAt(this.clock.now());
      await tx.save(user);
      await this.audit.record(tx, context, {
        action: 'user.update',
        subjectType: 'user',
        subjectId: userId,
        fields,
      });
    });
    this.live.forget(userId);
    return this.get(userId);
  }
}
