import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { Jobs } from './jobs.js';
import { Purges } from './purge.js';
import { ScheduledJobs } from './scheduled.js';

/** Queue and ticking: `@nestjs/schedule` only ticks; the tick sends a singleton job, so several processes do the work once. */
@Global()
@Module({
  imports: [DiscoveryModule, ScheduleModule.forRoot()],
  providers: [Jobs, Purges, ScheduledJobs],
  exports: [Jobs, Purges, ScheduledJobs],
})
export class JobsModule {}
