import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@seloste/audit';
import { BreachesModule } from '@seloste/breaches';
import { CompaniesModule } from '@seloste/companies';
import { ContactsModule } from '@seloste/contacts';
import { ErasureModule } from '@seloste/erasure';
import { ExportsModule } from '@seloste/exports';
import { IdentityModule } from '@seloste/identity';
import { ImportsModule } from '@seloste/imports';
import { InboundModule } from '@seloste/inbound';
import { InteractionsModule } from '@seloste/interactions';
import type { Clock } from '@seloste/kernel';
import { MailModule } from '@seloste/mail';
import { MessagesModule } from '@seloste/messages';
import { MailingsModule, SequencesModule } from '@seloste/mailings';
import { MyDataModule } from '@seloste/my-data';
import { OwnershipModule } from '@seloste/ownership';
import { PackagesModule } from '@seloste/packages';
import { PermissionsModule } from '@seloste/permissions';
import {
  appDataSourceOptions,
  appUrl,
  JobsModule,
  PlatformModule,
  type AppConfig,
  type MasterKey,
} from '@seloste/platform';
import { PreferencesModule } from '@seloste/preferences';
import { RequestsModule } from '@seloste/requests';
import { RetentionModule } from '@seloste/retention';
import { SearchModule } from '@seloste/search';
import { TemplatesModule } from '@seloste/templates';
import { WebhooksModule } from '@seloste/webhooks';
import { HealthController } from './health.controller.js';
import { SystemController } from './system/system.controller.js';

/** The modular monolith: every process has all modules; `SELOSTE_PROCESS` decides whether it listens and whether it works. */
@Module({})
export class AppModule {
  static with(config: AppConfig, masterKey: MasterKey, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, masterKey, clock),
        TypeOrmModule.forRoot(appDataSourceOptions(appUrl(config.databaseUrl, masterKey))),
        JobsModule,
        AuditModule,
        MailModule,
        IdentityModule,
        CompaniesModule,
        PermissionsModule,
        RetentionModule,
        PreferencesModule,
        TemplatesModule,
        ContactsModule,
        InteractionsModule,
        MessagesModule,
        InboundModule,
        SearchModule,
        ImportsModule,
        WebhooksModule,
        ExportsModule,
        OwnershipModule,
        MailingsModule,
        SequencesModule,
        ErasureModule,
        RequestsModule,
        BreachesModule,
        PackagesModule,
        MyDataModule,
      ],
      controllers: [HealthController, SystemController],
    };
  }
}
