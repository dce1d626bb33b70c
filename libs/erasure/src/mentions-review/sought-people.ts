import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, prepared, Sealer } from '@seloste/platform';
import { In, type EntityManager } from 'typeorm';
import type { SoughtPerson } from './person.js';
import { SoughtPersonRecord } from './sought-person.entity.js';

const use = 'identifiers of who is being erased';

const keeping = `
  INSERT INTO sought_people (erasure_id, sealed, sealed_at) VALUES ($1, $2, $3)
  ON CONFLICT (erasure_id) DO UPDATE SET sealed = EXCLUDED.sealed, sealed_at = EXCLUDED.sealed_at`;

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
    await prepared(tx, keeping, [erasureId, sealed, this.clock.now()]);
  }

  /** Null when it is forgotten, or was sealed under another master key. */
  async find(tx: EntityManager, erasureId: string): Promise<SoughtPerson | null> {
    return (await this.findAll(tx, [erasureId])).get(erasureId) ?? null;
  }

  /** By their erasures, without those who are forgotten, or were sealed under another master key. */
  async findAll(tx: EntityManager, erasureIds: string[]): Promise<Map<string, SoughtPerson>> {
    const found = new Map<string, SoughtPerson>();
    for (const { erasureId, sealed } of await tx.findBy(SoughtPersonRecord, { erasureId: In(erasureIds) })) {
      const opened = this.sealer.open(sealed, use, erasureId);
      if (opened) found.set(erasureId, JSON.parse(opened) as SoughtPerson);
    }
    return found;
  }

  async forget(tx: EntityManager, ...erasureIds: string[]): Promise<void> {
    if (erasureIds.length > 0) await tx.delete(SoughtPersonRecord, { erasureId: In(erasureIds) });
  }
}
