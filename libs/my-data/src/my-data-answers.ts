import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import type { Language } from '@seloste/kernel';
import { AddressDigests, erasedAmong } from '@seloste/permissions';
import { Database, Jobs, readerOf, Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { MyDataCall } from './my-data-call.entity.js';
import { answerQueue, sealedAddresses } from './my-data-calls.js';
import { MyDataLetters } from './my-data-letters.js';

/** Who is known by an address; of a shared one, nobody. */
interface KnownPerson {
  contactId: string;
  name: string;
  language: Language | null;
}

/** What is known of an address that was typed: how it was sealed, and whether it was somebody's who was erased. */
@Injectable()
export class SealedAddresses {
  constructor(
    private readonly sealer: Sealer,
    private readonly digests: AddressDigests,
  ) {}

  /** Null when it was sealed under another master key. */
  open({ id, sealedAddress }: MyDataCall): string | null {
    return this.sealer.open(sealedAddress, sealedAddresses, id);
  }

  async isErased(tx: EntityManager, value: string): Promise<boolean> {
    const erased = await erasedAmong(readerOf(tx), [[{ kind: 'email', value }]], this.digests);
    return erased.size > 0;
  }
}

/** Answers whoever typed an address by a letter there, whether anybody is known by it or not (V7). */
@Injectable()
export class MyDataAnswers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly officer: PrivacyOfficer,
    private readonly sealed: SealedAddresses,
    private readonly letters: MyDataLetters,
    private readonly jobs: Jobs,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.handle<{ id: string }>(answerQueue, ({ id }) => this.answer(id), { atOnce: 20 });
  }

  /** Twice is once. */
  private answer(id: string): Promise<void> {
    return this.database.transaction((tx) =>
      this.officer.carryOut(tx, async () => {
        const call = await tx.findOne(MyDataCall, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!call) return;
        const address = this.sealed.open(call);
        if (address !== null) await this.write(tx, address, call.language);
        await tx.delete(MyDataCall, { id });
      }),
    );
  }

  private async write(tx: EntityManager, address: string, read: Language): Promise<void> {
    const people = await tx.query<KnownPerson[]>(knownBy, [address]);
    const [person] = people;
    if (person && people.length === 1) {
      const { contactId, name } = person;
      const language = person.language ?? read;
      return this.letters.sendLink(tx, { contactId, address, language, name });
    }
    const why = person ? 'shared' : (await this.sealed.isErased(tx, address)) ? 'erased' : 'unknown';
    await this.letters.sayNothing(tx, { address, language: read, why });
  }
}

const knownBy = `
  SELECT DISTINCT c.id AS "contactId", btrim(c.first_name || ' ' || c.last_name) AS name, c.language
  FROM contact_points p JOIN contacts c ON c.id = p.contact_id
  WHERE c.erased_at IS NULL AND p.kind = 'email' AND p.value = $1 LIMIT 2`;
