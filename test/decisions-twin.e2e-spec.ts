import { channels, newId, type Channel } from '@seloste/kernel';
import { createTestApp, type TestApp } from '@seloste/testing';
import { addressClass } from '../libs/permissions/src/decision/addresses/address-class.js';
import { candidatesFor } from '../libs/permissions/src/decision/candidates.js';
import { decide } from '../libs/permissions/src/decision/decide.js';
import type { ContactAttempt } from '../libs/permissions/src/decision/decision.js';
import { readDecisions } from '../libs/permissions/src/decision/read-decisions.js';
import { readFacts } from '../libs/permissions/src/decision/read-facts.js';
import type { Reader } from '@seloste/platform';
import fc from 'fast-check';
import { Client } from 'pg';
import { insertRandomPerson, prepareRandomRegister } from './support/insert-random-people.js';
import { askedAt, randomPerson, randomPurposes } from './support/random-people.js';

/** What a message may be about. */
const subjects: Pick<ContactAttempt, 'areas' | 'roleReason'>[] = [
  {},
  { areas: [] },
  { areas: ['HANKINNAT', 'x'] },
  { areas: [' it ja\tdata'], roleReason: ' ' },
  { areas: ['x'], roleReason: 'They asked for it' },
];

describe('the decisions of the database', () => {
  let app: TestApp;
  let owner: Client;
  let companies: string[];
  let reader: Reader;

  beforeAll(async () => {
    app = await createTestApp();
    owner = new Client({ connectionString: app.database.url });
    await owner.connect();
    companies = await prepareRandomRegister(owner);
    reader = { read: async (sql, parameters) => (await owner.query(sql, parameters)).rows };
  });
  afterAll(async () => {
    await owner.end();
    await app.close();
  });

  const allowedBy = (decisions: Map<string, { allowed: boolean }>): string[] =>
    [...decisions].filter(([, { allowed }]) => allowed).map(([id]) => id);
  /** Those among whom a search for permitted people looks. */
  const amongCandidates = async (channel: Channel, ids: string[]): Promise<string[]> => {
    const condition = candidatesFor(channel, 'c') ?? 'true';
    const sql = `SELECT c.id FROM contacts c WHERE c.id = ANY($1) AND ${condition}`;
    return (await owner.query<{ id: string }>(sql, [ids])).rows.map(({ id }) => id);
  };

  it('are those of the pure function, for everybody, every channel and every purpose (design rule 2)', async () => {
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(randomPerson, { minLength: 60, maxLength: 60 }), async (people) => {
        const ids: string[] = [];
        for (const person of people) ids.push(await insertRandomPerson(owner, person, companies));
        const facts = await readFacts(reader, ids, 'Europe/Helsinki');
        for (const channel of channels)
          for (const purpose of randomPurposes)
            for (const subject of channel === 'email' ? subjects : [{}]) {
              const attempt = { channel, purpose, ...subject };
              const decisions = await readDecisions(reader, ids, { attempt, now: askedAt });
              if (purpose === 'direct_marketing')
                expect(await amongCandidates(channel, ids)).toEqual(
                  expect.arrayContaining(allowedBy(decisions)),
                );
              for (const [id, known] of facts) {
                const expected = decide(known, attempt, askedAt);
                codes.add(expected.code);
                expect({ attempt, ...decisions.get(id) }).toEqual({ attempt, ...expected });
              }
            }
      }),
      { numRuns: 6, endOnFailure: true },
    );
    // Every rule came to decide.
    expect([...codes].sort()).toMatchInlineSnapshot(`
      [
        "basis_missing",
        "company_objected",
        "consent",
        "consent_missing",
        "consent_unconfirmed",
        "consent_withdrawn",
        "erased",
        "existing_customer",
        "job_role",
        "legal_person",
        "legitimate_interest",
        "no_address",
        "notice_overdue",
        "objected",
        "outside_role",
        "purpose_off",
        "restricted",
        "role_unknown",
        "service",
        "suppressed",
        "undeliverable",
      ]
    `);
  });

  it('say of whom nobody knows that they are gone', async () => {
    const id = newId();
    const attempt = { channel: 'email', purpose: 'service' } as const;
    const decisions = await readDecisions(reader, [id], { attempt, now: askedAt });
    expect(decisions.get(id)).toMatchObject({ allowed: false, code: 'erased' });
  });

  /** People at a company of whom nothing is on record but an address each. @returns their ids */
  const peopleAt = async (values: string[]): Promise<string[]> => {
    const ids = values.map(() => newId());
    await owner.query(
      `WITH made AS (INSERT INTO contacts (id, last_name, company_id, collected_on, retention_ground, retention_started_on, retention_due_on, created_at, updated_at)
         SELECT id, 'x', $3, '2026-01-01', 'customers', '2026-01-01', '2027-01-01', now(), now() FROM unnest($1::uuid[]) id)
       INSERT INTO contact_points (contact_id, kind, position, value, digest)
       SELECT p.id, 'email', 0, p.value, sha256(p.id::text::bytea) FROM unnest($1::uuid[], $2::text[]) AS p(id, value)`,
      [ids, values, companies[0]],
    );
    return ids;
  };
  /** What alone decides about them: whose the address is. */
  const saidOf = { shared: 'legal_person', named: 'role_unknown', private: 'consent_missing' };

  it('tell a company’s address, a person’s at work and a private mailbox apart as the code does', async () => {
    const part = fc.constantFrom(
      'info',
      'my.yn-ti',
      'liisa.k',
      'kund_service',
      'för_sälj-ning',
      '',
      'ö',
      'it',
    );
    const domain = fc.constantFrom(
      'firma.fi',
      'gmail.com',
      'mail.gmail.com',
      'luukku.com',
      'pp.inet.fi',
      'ab.se',
    );
    const address = fc
      .tuple(part, fc.constantFrom('', '+tag', '+a+b', '@x'), domain)
      .map(([local, tag, at]) => `${local}${tag}@${at}`);
    await fc.assert(
      fc.asyncProperty(fc.array(address, { minLength: 50, maxLength: 50 }), async (values) => {
        const people = await peopleAt(values);
        const attempt = { channel: 'email', purpose: 'direct_marketing' } as const;
        const decisions = await readDecisions(reader, people, { attempt, now: askedAt });
        const told = people.map((id, i) => ({ value: values[i], code: decisions.get(id)?.code }));
        expect(told).toEqual(values.map((value) => ({ value, code: saidOf[addressClass(value)] })));
      }),
      { numRuns: 20 },
    );
  });
});
