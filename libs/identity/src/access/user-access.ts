import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Permission, RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { accessColumns, permissionsOfRow, type AccessRow } from './access-of-user.js';

/** What a user may do right now, for work that goes on after the request that asked for it. */
@Injectable()
export class UserAccess {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The user as the one on whose behalf the work is done, with the permissions of this moment. Null when the account is
   * shut or the permission is gone: then the work must stop (K5: access ends with the duty).
   */
  async contextOf(userId: string, permission: Permission, requestId: string): Promise<RequestContext | null> {
    const [row] = await this.database.read<AccessRow & { language: string }>(
      `SELECT u.language, ${accessColumns('$2::timestamptz')} FROM users u WHERE u.id = $1 AND u.deactivated_at IS NULL`,
      [userId, this.clock.now()],
    );
    if (!row) return null;
    const permissions = permissionsOfRow(row);
    if (!permissions.has(permission)) return null;
    return { actor: { kind: 'user', userId, permissions, language: row.language }, requestId };
  }
}
