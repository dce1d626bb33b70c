import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import { CLOCK, Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { SoughtPerson } from './person.js';
import { SoughtPersonRecord } from './sought-person.entity.js';

const use = 'identifiers of who is being erased';

/**
 * Remembers, sealed, by what a person would be recognised, from the transaction that erases them until everything was
 * looked through for it. A process that dies in between loses nothing: whoever goes on opens it again.
 */
@Injectable()
export class SoughtPeople {
  constructor(
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What was remembered before (of an erasure that waited for a hold) is kept as well. Returns all of it. */
  async keep(tx: EntityManager, erasureId: string, person: SoughtPerson): Promise<SoughtPerson> {
    const before = await this.find(tx, erasureId);
    const all = before ? together(before, person) : person;
    const sealed = this.sealer.seal(JSON.stringify(all), use, erasureId);
    await tx.save(SoughtPersonRecord, { erasureId, sealed, sealedAt: this.clock.now() });
    return all;
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

const union = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];

function together(before: SoughtPerson, now: SoughtPerson): SoughtPerson {
  const [a, b] = [before.identifiers, now.identifiers];
  return {
    contactId: now.contactId,
    identifiers: {
      firstNames: union(a.firstNames, b.firstNames),
      lastNames: union(a.lastNames, b.lastNames),
      emails: union(a.emails, b.emails),
      phones: union(a.phones, b.phones),
      handles: union(a.handles, b.handles),
    },
    companyIds: union(before.companyIds, now.companyIds),
    namesakeIds: union(before.namesakeIds, now.namesakeIds),
    hasNamesake: before.hasNamesake || now.hasNamesake,
  };
}
