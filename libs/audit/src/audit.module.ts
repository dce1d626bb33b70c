import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MasterKey } from '@seloste/platform';
import { AuditEvent } from './audit-event.entity.js';
import { Audit } from './audit.js';
import { AuditChainController } from './chain/audit-chain.controller.js';
import { AuditChain } from './chain/audit-chain.entity.js';
import { AuditChainService } from './chain/audit-chain.service.js';
import { AuditKeys } from './chain/audit-keys.js';
import { AuditLink } from './chain/audit-link.entity.js';
import { AuditPending } from './chain/audit-pending.entity.js';
import { ChainSealer } from './chain/chain-sealer.js';
import { AuditLogController } from './log/audit-log.controller.js';
import { AuditLog } from './log/audit-log.js';
import { AuditPruning } from './retention/audit-pruning.js';
import { AuditPurge } from './retention/audit-purge.js';
import { AuditRetentionController } from './retention/audit-retention.controller.js';
import { PrivacyAct } from './privacy-acts/privacy-act.entity.js';
import { PrivacyOfficer } from './privacy-acts/privacy-officer.js';
import { AuditRetention } from './retention/audit-retention.entity.js';
import { AuditRetentionService } from './retention/audit-retention.service.js';

const entities = [AuditEvent, AuditLink, AuditPending, AuditChain, AuditRetention, PrivacyAct];

/** Made with the master key, which the script that verifies from outside has as well. */
const keys = {
  provide: AuditKeys,
  useFactory: (masterKey: MasterKey) => new AuditKeys((use) => masterKey.derive(use)),
  inject: [MasterKey],
};

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [AuditLogController, AuditChainController, AuditRetentionController],
  providers: [
    keys,
    Audit,
    PrivacyOfficer,
    AuditLog,
    AuditChainService,
    ChainSealer,
    AuditRetentionService,
    AuditPruning,
    AuditPurge,
  ],
  exports: [Audit, PrivacyOfficer, AuditLog],
})
export class AuditModule {}
