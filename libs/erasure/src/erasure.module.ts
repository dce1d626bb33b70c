import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Erasure } from './erasure.entity.js';
import { ErasureMention } from './erasure-mention.entity.js';
import { ErasureSettings } from './erasure-settings.entity.js';
import { Eraser } from './execution/eraser.js';
import { ErasurePlan } from './plan/erasure-plan.entity.js';

/** Forgetting people: plan, execution, scan, certificate, and the purge that does it to all whose time is up (GDPR Art. 17). */
@Module({
  imports: [TypeOrmModule.forFeature([Erasure, ErasurePlan, ErasureMention, ErasureSettings])],
  providers: [Eraser],
  exports: [Eraser],
})
export class ErasureModule {}
