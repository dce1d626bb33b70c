import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { SoughtPerson } from './person.js';
import { SoughtPersonRecord } from './sought-person.entity.js';

const use = 'identifiers of who is being erased';

/** Remembers, sealed, by what a person would be recognised, while an erasure waits for somebody or for another try. */
@Injectable()
export class SoughtPeople {
  constructor(
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The erasure is on record already. */
  async keep(tx: EntityManager, erasureId: string, person: SoughtPerson): Promise<void> {
    const sealed = this.sealer.seal(JSON.stringify(person), use, erasureId);
    await tx.save(SoughtPersonRecord, { erasureId, sealed, sealedAt: this.clock.now() });
  }

  /** Null when it is forgotten, or was sealed under another master key. */
  async find(tx: EntityManager, erasureId: string): Promise<SoughtPerson | null> {
    const record = await tx.findOneBy(SoughtPersonRecord, { erasureId });
    const opened = record && this.sealer.open(record.sealed, use, erasureId);
    return opened ? (JSON.parse(opened) as SoughtPerson) : null;
  }

  async forget(tx: EntityManager, erasureId: string): Promise<void> {
    await tx.delete(SoughtPersonRecord, { erasureId });
  }
}
