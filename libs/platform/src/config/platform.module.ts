import { Global, Module, type DynamicModule } from '@nestjs/common';
import { systemClock, type Clock } from '@seloste/kernel';
import { Database } from '../database/database.js';
import { AppConfig } from './app-config.js';
import { MasterKey } from './master-key.js';
import { Sealer } from './sealer.js';

/** Injection token of the {@link Clock}. */
export const CLOCK = Symbol('Clock');

/** What every module may ask for: the configuration, the master key, the sealer, the clock and the database. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: AppConfig, masterKey: MasterKey, clock: Clock = systemClock): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        Database,
        Sealer,
        { provide: AppConfig, useValue: config },
        { provide: MasterKey, useValue: masterKey },
        { provide: CLOCK, useValue: clock },
      ],
      exports: [Database, Sealer, AppConfig, MasterKey, CLOCK],
    };
  }
}
