import { Module } from '@nestjs/common';

/** Forgetting people: plan, execution, scan, certificate, and the purge that does it to all whose time is up (GDPR Art. 17). */
@Module({})
export class ErasureModule {}
