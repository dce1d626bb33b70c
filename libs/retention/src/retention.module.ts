import { Module } from '@nestjs/common';

/** How long data is kept: rules, the clock on every person, holds, extensions and the forecast (GDPR Art. 5(1)(e)). */
@Module({})
export class RetentionModule {}
