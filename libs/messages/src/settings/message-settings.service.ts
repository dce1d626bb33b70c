import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { Clock, RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database } from '@seloste/platform';
import type { MessageSettingsResponse, UpdateMessageSettings } from './message-settings.dto.js';
import { MessageSettings } from './message-settings.entity.js';

/** How fast messages to people leave: what a mail server, and those who receive, put up with. */
@Injectable()
export class MessageSettingsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(): Promise<MessageSettingsResponse> {
    return responseOf(await this.database.manager.findOneByOrFail(MessageSettings, { singleton: true }));
  }

  /** Counts from the next batch on, in all processes. @throws StaleVersion */
  update(
    context: RequestContext,
    { perMinute }: UpdateMessageSettings,
    ifMatch?: number,
  ): Promise<MessageSettingsResponse> {
    return this.database.transaction(async (tx) => {
      const settings = await tx.findOneOrFail(MessageSettings, {
        where: { singleton: true },
        lock: { mode: 'pessimistic_write' },
      });
      assertVersion(settings, ifMatch);
      if (settings.perMinute === (perMinute ?? null)) return responseOf(settings);
      const now = this.clock.now();
      Object.assign(settings, {
        perMinute: perMinute ?? null,
        allowance: 0,
        replenishedAt: now,
        updatedAt: now,
      });
      settings.version += 1;
      await tx.save(settings);
      const entry = {
        action: 'message_settings.update',
        subjectType: 'message_settings',
        fields: ['perMinute'],
      };
      await this.audit.record(tx, context, entry);
      return responseOf(settings);
    });
  }
}

const responseOf = ({ perMinute, version, updatedAt }: MessageSettings): MessageSettingsResponse => ({
  perMinute,
  version,
  updatedAt,
});
