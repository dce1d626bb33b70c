import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { actingUserId, newId, type RequestContext } from '@seloste/kernel';
import { readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { AddressDigests } from './address-digests.js';
import { ErasedAddress, ErasedPerson } from './erased-person.js';
import { ErasedReturn, type ReturnWay } from './erased-return.entity.js';
import { erasedAmong, holdIdentity } from './suppressed-among.js';

/** How somebody came back by their own doing, in the word of whoever says so. `on`: `YYYY-MM-DD`. */
export interface ComesBack {
  how: ReturnWay;
  on: string;
  note?: string | null;
}

/** Addresses and numbers as somebody enters them. */
export interface EnteredAddresses {
  emails?: readonly string[] | null;
  phones?: readonly string[] | null;
}

/** Whoever comes back, when. */
export interface Return {
  contactId: string;
  comesBack: ComesBack;
  at: Date;
}

/** Whoever was erased stays gone unless they themselves come back (design rule 6; G8). */
@Injectable()
export class ErasedReturns {
  constructor(
    private readonly audit: Audit,
    private readonly digests: AddressDigests,
  ) {}

  /** Nobody with one of these is erased until the transaction ends: before any row. */
  hold(tx: EntityManager, { emails, phones }: EnteredAddresses): Promise<void> {
    const addresses = [
      ...(emails ?? []).map((value) => ({ kind: 'email' as const, value })),
      ...(phones ?? []).map((value) => ({ kind: 'phone' as const, value })),
    ];
    return holdIdentity(tx, addresses, this.digests);
  }

  /**
   * Whether one of these, which are held, belonged to somebody who was erased, as what refuses it; null: none.
   * @param known those of the person whom they are given to, that stay theirs
   */
  async refusalOf(
    tx: EntityManager,
    { emails, phones }: EnteredAddresses,
    known: EnteredAddresses = {},
  ): Promise<ErasedPerson | null> {
    const entered = [
      ...(emails ?? []).map((value, n) => ({ kind: 'email' as const, value, field: `emails.${n}` })),
      ...(phones ?? []).map((value, n) => ({ kind: 'phone' as const, value, field: `phones.${n}` })),
    ].filter(({ kind, value }) => !(kind === 'email' ? known.emails : known.phones)?.includes(value));
    if (entered.length === 0) return null;
    const points = entered.map(({ kind, value, field }, n) => ({
      ...{ n, kind, field },
      digest: this.digests.digestOf(kind, value).toString('hex'),
    }));
    const found = await tx.query<{ field: string }[]>(
      `SELECT p.field FROM jsonb_to_recordset($1) AS p(n int, kind text, digest text, field text)
       WHERE EXISTS (SELECT FROM suppressions s WHERE s.digest = decode(p.digest, 'hex') AND s.kind = p.kind AND s.reason = 'erasure')
       ORDER BY p.n`,
      [JSON.stringify(points)],
    );
    return found.length > 0 ? new ErasedPerson(found.map(({ field }) => field)) : null;
  }

  /**
   * What a company is to have by the name of its field, which is held, is no address of somebody who was erased.
   * @throws ErasedAddress
   */
  async assertOfNobody(tx: EntityManager, emails: Record<string, string | null | undefined>): Promise<void> {
    const given = Object.entries(emails).flatMap(([field, value]) => (value ? [{ field, value }] : []));
    const addresses = given.map(({ value }) => [{ kind: 'email' as const, value }]);
    const erased = await erasedAmong(readerOf(tx), addresses, this.digests);
    if (erased.size > 0)
      throw new ErasedAddress(given.filter((_, n) => erased.has(n)).map(({ field }) => field));
  }

  /**
   * They came back, who are in the register already: what the erasure left of their addresses becomes a "no" to all
   * marketing and profiling, which nobody but they take back, and they are served again.
   */
  async record(
    tx: EntityManager,
    context: RequestContext,
    { contactId, comesBack, at }: Return,
  ): Promise<void> {
    const { how, on: cameOn, note = null } = comesBack;
    const recorded = { recordedAt: at, recordedBy: actingUserId(context) };
    await tx.insert(ErasedReturn, { id: newId(), contactId, how, cameOn, note, ...recorded });
    const fields = ['how', 'on', ...(note === null ? [] : ['note'])];
    const subject = { subjectType: 'contact', subjectId: contactId };
    await this.audit.record(tx, context, { action: 'contact.come_back', ...subject, fields });
  }
}
