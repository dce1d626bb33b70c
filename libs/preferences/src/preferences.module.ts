import { Module } from '@nestjs/common';
import { AuditModule } from '@seloste/audit';
import { PermissionsModule } from '@seloste/permissions';
import { ConfirmationController } from './confirmation.controller.js';
import { LinkActs } from './link-acts.js';
import { LinkVisits } from './link-visits.js';
import { PreferencesController } from './preferences.controller.js';
import { StatementController } from './statement.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** What people see and decide by a link of their own, without a login (C8, H12). */
@Module({
  imports: [AuditModule, PermissionsModule],
  controllers: [UnsubscribeController, PreferencesController, ConfirmationController, StatementController],
  providers: [LinkVisits, LinkActs],
  exports: [LinkVisits],
})
export class PreferencesModule {}
