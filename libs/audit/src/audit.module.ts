import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MasterKey } from '@seloste/platform';
import { AuditEvent } from './audit-event.entity.js';
import { Audit } from './audit.js';
import { AuditChain } from './chain/audit-chain.entity.js';
import { AuditKeys } from './chain/audit-keys.js';
import { AuditLink } from './chain/audit-link.entity.js';
import { AuditPending } from './chain/audit-pending.entity.js';
import { AuditRetention } from './retention/audit-retention.entity.js';

const entities = [AuditEvent, AuditLink, AuditPending, AuditChain, AuditRetention];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [
    Audit,
    {
      provide: AuditKeys,
      useFactory: (masterKey: MasterKey) => new AuditKeys((use) => masterKey.derive(use)),
      inject: [MasterKey],
    },
  ],
  exports: [Audit],
})
export class AuditModule {}
