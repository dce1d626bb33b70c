import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { RetentionModule } from '@seloste/retention';
import { Erasure } from './erasure.entity.js';
import { ErasureMention } from './erasure-mention.entity.js';
import { ErasureSettings } from './erasure-settings.entity.js';
import { Erasures } from './erasures.service.js';
import { Aftermath } from './execution/aftermath.js';
import { Conduct } from './execution/conduct.js';
import { ErasureMaps } from './execution/erasure-map.js';
import { Eraser } from './execution/eraser.js';
import { Execution } from './execution/execution.js';
import { Surveys } from './execution/survey.js';
import { ErasurePlan } from './plan/erasure-plan.entity.js';

/** Forgetting people: plan, execution, scan, certificate, and the purge that does it to all whose time is up (GDPR Art. 17). */
@Module({
  imports: [
    TypeOrmModule.forFeature([Erasure, ErasurePlan, ErasureMention, ErasureSettings]),
    IdentityModule,
    RetentionModule,
  ],
  providers: [Eraser, Erasures, Conduct, Execution, Aftermath, Surveys, ErasureMaps],
  exports: [Eraser, Erasures],
})
export class ErasureModule {}
