import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Erasure } from '../erasure.entity.js';

/** What makes an erasure complete: nobody else's words tell of the person, a look everywhere found nothing, and it is certified. */
@Injectable()
export class Aftermath {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async settle(tx: EntityManager, erasure: Erasure): Promise<void> {
    const completedAt = this.clock.now();
    const { id, ground, manner, counts, executedAt } = erasure;
    const certificate = { id, ground, manner, counts, executedAt, completedAt };
    const certificateHash = createHash('sha256').update(JSON.stringify(certificate)).digest('hex');
    Object.assign(erasure, { status: 'complete', completedAt, certificate, certificateHash });
    await tx.save(Erasure, erasure);
  }
}
