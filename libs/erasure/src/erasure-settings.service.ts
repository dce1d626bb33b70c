import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, type Clock, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database } from '@seloste/platform';
import { ErasureSettings } from './erasure-settings.entity.js';
import type { ErasureSettingsResponse, UpdateErasureSettings } from './erasures.dto.js';

/** How long an erasure that somebody asked for can be taken back; at once by default (H6). */
@Injectable()
export class ErasureSettingsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(): Promise<ErasureSettingsResponse> {
    return responseOf(await this.database.manager.findOneByOrFail(ErasureSettings, { singleton: true }));
  }

  /** For what is asked for from now on. @throws StaleVersion */
  update(
    context: RequestContext,
    { graceDays }: UpdateErasureSettings,
    ifMatch?: number,
  ): Promise<ErasureSettingsResponse> {
    return this.database.transaction(async (tx) => {
      const settings = await tx.findOneOrFail(ErasureSettings, {
        where: { singleton: true },
        lock: { mode: 'pessimistic_write' },
      });
      assertVersion(settings, ifMatch);
      if (settings.graceDays === graceDays) return responseOf(settings);
      Object.assign(settings, {
        graceDays,
        version: settings.version + 1,
        updatedAt: this.clock.now(),
        updatedBy: actingUserId(context),
      });
      await tx.save(settings);
      await this.audit.record(tx, context, {
        action: 'erasure_settings.update',
        subjectType: 'erasure_settings',
        fields: ['graceDays'],
      });
      return responseOf(settings);
    });
  }
}

const responseOf = ({ graceDays, version, updatedAt }: ErasureSettings): ErasureSettingsResponse => ({
  graceDays,
  version,
  updatedAt,
});
