import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database, type Reader } from '@seloste/platform';
import { LiveSessions } from '../access/live-sessions.js';
import { applyChanges } from '../changes.js';
import type { SecuritySettingsResponse, UpdateSecuritySettings } from './security-settings.dto.js';
import { SecuritySettings } from './security-settings.entity.js';

/** Which roles have to have a second factor, and from when on an export is approved by a second person. */
@Injectable()
export class SecuritySettingsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(): Promise<SecuritySettingsResponse> {
    return responseOf(await this.database.manager.findOneByOrFail(SecuritySettings, { singleton: true }));
  }

  /** An export of more people than this needs a second person's approval. */
  async exportApprovalThreshold(reader: Reader): Promise<number> {
    const [row] = await reader.read<{ threshold: number }>(
      'SELECT export_approval_threshold AS threshold FROM security_settings',
    );
    return row?.threshold ?? 0;
  }

  /** A demand counts at once: whoever has no second factor reaches nothing but their own account. @throws StaleVersion */
  async update(
    context: RequestContext,
    wanted: UpdateSecuritySettings,
    ifMatch?: number,
  ): Promise<SecuritySettingsResponse> {
    const updated = await this.database.transaction(async (tx) => {
      const settings = await tx.findOneOrFail(SecuritySettings, {
        where: { singleton: true },
        lock: { mode: 'pessimistic_write' },
      });
      assertVersion(settings, ifMatch);
      const fields = applyChanges<UpdateSecuritySettings>(settings, wanted);
      if (fields.length === 0) return responseOf(settings);
      settings.version += 1;
      settings.updatedAt = this.clock.now();
      await tx.save(settings);
      const subject = { subjectType: 'security_settings', subjectId: settings.id };
      await this.audit.record(tx, context, { action: 'security_settings.update', ...subject, fields });
      return responseOf(settings);
    });
    this.live.forget('*');
    return updated;
  }
}

const responseOf = ({
  secondFactorRoles,
  exportApprovalThreshold,
  version,
  updatedAt,
}: SecuritySettings): SecuritySettingsResponse => ({
  secondFactorRoles,
  exportApprovalThreshold,
  version,
  updatedAt,
});
