import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Database, PruningPurge, Purges } from '@seloste/platform';

/** Has the nightly run forget breaches that were closed long ago, with what is on record of acts (GDPR Art. 5(1)(e)). */
@Injectable()
export class BreachPurge {
  constructor(database: Database, @Inject(CLOCK) clock: Clock, purges: Purges) {
    const functions = { tables: ['breaches'], count: 'breaches_over', prune: 'prune_breaches' };
    purges.provide('audit_decisions', new PruningPurge(database, functions, () => clock.now()));
  }
}
