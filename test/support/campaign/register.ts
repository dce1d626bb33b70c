import { newId } from '@seloste/kernel';
import { AddressDigests } from '@seloste/permissions';
import type { TestApp } from '@seloste/testing';
import { aPersonWith, type ModelCompany, type ModelPerson, type No } from './reckoning.js';

const languages = ['fi', 'sv', 'en'] as const;
/** Every so many people come every kind of permission once. */
const kinds = 25;

const no = (channel: string, purpose: string): No[] => [{ channel, purpose }];

/** What makes each kind of person what they are; those before 10 are plain people at work. */
function kindOf(n: number): Partial<ModelPerson> {
  const work = { email: `nimi${n}@tehdas.example`, title: 'Ostopäällikkö' };
  const home = { email: `koti.nimi${n}@gmail.com`, company: null };
  const round = Math.floor(n / kinds);
  const special: Record<number, Partial<ModelPerson>> = {
    10: { ...work, title: null },
    11: { email: `info@yritys${n}.example` },
    12: home,
    13: { ...home, consent: 'given' },
    14: { ...home, consent: 'unconfirmed' },
    15: { ...work, consent: 'withdrawn' },
    16: { ...home, hasBought: true },
    17: { ...work, nos: no('email', 'direct_marketing') },
    18: { ...work, nos: no('all', 'all') },
    19: { ...work, nos: no('email', 'newsletter') },
    20: { ...work, nos: no('all', 'profiling_marketing') },
    21: work,
    22: work,
    23: [
      { ...work, email: null },
      { ...work, isUndeliverable: true },
      { ...work, isRestricted: true },
      { ...work, onlyByConsent: true },
    ][round % 4] as Partial<ModelPerson>,
    24: { ...work, email: `Nimi${n - 24}@Tehdas.example` },
  };
  return special[n % kinds] ?? work;
}

/** A register with every kind of permission in three languages; the database holds what the model says. */
export class CampaignRegister {
  readonly companies: ModelCompany[] = Array.from({ length: 48 }, (_, n) => ({
    id: newId(),
    isSoleTrader: n >= 44,
    nos: n >= 40 && n < 44 ? no('all', 'all') : [],
  }));
  readonly people: ModelPerson[];

  constructor(size: number) {
    this.people = Array.from({ length: size }, (_, n) => this.personOf(n));
  }

  private personOf(n: number): ModelPerson {
    const round = Math.floor(n / kinds);
    const company = n % kinds === 21 ? 40 + (round % 4) : n % kinds === 22 ? 44 + (round % 4) : n % 40;
    return aPersonWith({
      id: newId(),
      lastName: `Suku${n}`,
      language: n % 41 === 0 ? null : (languages[(n + round) % 3] ?? 'fi'),
      company: this.companies[company] ?? null,
      ...kindOf(n),
    });
  }

  async write(app: TestApp): Promise<void> {
    const digests = app.app.get(AddressDigests);
    await app.rows(
      `INSERT INTO companies (id, name, legal_form, relationship_status, source_kind, source_on, created_at, updated_at)
       SELECT c.id, 'Tehdas ' || n || ' Oy', CASE WHEN c.sole THEN 'sole_trader' ELSE 'limited_company' END, 'prospect', 'public_register', '2026-01-01', now(), now()
       FROM unnest($1::uuid[], $2::boolean[]) WITH ORDINALITY AS c(id, sole, n)`,
      [this.companies.map(({ id }) => id), this.companies.map(({ isSoleTrader }) => isSoleTrader)],
    );
    const people = this.people.map((person) => ({
      ...person,
      companyId: person.company?.id ?? null,
      digest: person.email === null ? null : digests.digestOf('email', person.email).toString('hex'),
    }));
    for (const statement of statements) await app.rows(statement, [JSON.stringify(people)]);
    const nos = [
      ...this.people.map((of) => ({ ...of, kind: 'contact' })),
      ...this.companies.map((of) => ({ ...of, kind: 'company' })),
    ];
    await app.rows(objections, [
      JSON.stringify(nos.flatMap(({ id, kind, nos: said }) => said.map((one) => ({ ...one, id, kind })))),
    ]);
  }
}

const given = `jsonb_to_recordset($1) AS p(id uuid, "lastName" text, language text, "companyId" uuid, email text, title text, consent text,
  "hasBought" boolean, "onlyByConsent" boolean, "isRestricted" boolean, "isUndeliverable" boolean, digest text)`;

const statements = [
  `WITH made AS (
     INSERT INTO contacts (id, first_name, last_name, title, area_of_responsibility, language, company_id, retention_ground, retention_review_on, created_at, updated_at)
     SELECT id, 'Etu', "lastName", title, CASE WHEN title IS NOT NULL THEN 'Hankinnat' END, language, "companyId", 'relationship', '2027-01-01', now(), now() FROM ${given})
   INSERT INTO contact_sources (id, contact_id, kind, what, collected_on, recorded_at)
   SELECT gen_random_uuid(), id, CASE WHEN right("lastName", 1) = '7' THEN 'public_register' ELSE 'person' END, 'messut', '2026-11-01', now() FROM ${given}`,
  `INSERT INTO contact_points (contact_id, kind, position, value, digest) SELECT id, 'email', 0, email, decode(digest, 'hex') FROM ${given} WHERE email IS NOT NULL`,
  `INSERT INTO undeliverable_addresses (digest, since, status) SELECT decode(digest, 'hex'), now(), '5.1.1' FROM ${given} WHERE "isUndeliverable"`,
  `INSERT INTO contact_bases (contact_id, purpose, basis, recorded_at) SELECT id, 'direct_marketing', 'consent', now() FROM ${given} WHERE "onlyByConsent"`,
  `INSERT INTO sale_references (id, contact_id, reference, product, sold_on, opt_out_offered_on, recorded_at)
   SELECT gen_random_uuid(), id, 'Tilaus', 'Mittari', '2026-05-01', '2026-05-01', now() FROM ${given} WHERE "hasBought"`,
  `INSERT INTO consent_wordings (id, purpose, language, version, text, created_at)
   SELECT '01a207bb-e5b0-704d-8b14-00000000000c', 'direct_marketing', 'fi', 1, 'Minulle saa markkinoida.', now() WHERE $1::jsonb IS NOT NULL`,
  `INSERT INTO consents (id, contact_id, channel, purpose, wording_id, language, obtained_at, obtained_via, needs_confirmation, recorded_at)
   SELECT id, id, 'email', 'direct_marketing', '01a207bb-e5b0-704d-8b14-00000000000c', 'fi', '2026-06-01', 'form', consent = 'unconfirmed', now()
   FROM ${given} WHERE consent IS NOT NULL`,
  `INSERT INTO consent_withdrawals (consent_id, contact_id, withdrawn_at, received_via, recorded_at)
   SELECT id, id, '2026-07-01', 'email', now() FROM ${given} WHERE consent = 'withdrawn'`,
  `UPDATE contacts c SET restricted = true FROM ${given} WHERE c.id = p.id AND p."isRestricted"`,
];

const objections = `
  INSERT INTO objections (id, contact_id, company_id, channel, purpose, objected_at, received_via, recorded_at)
  SELECT gen_random_uuid(), CASE kind WHEN 'contact' THEN o.id END, CASE kind WHEN 'company' THEN o.id END, channel, purpose, now(), 'phone', now()
  FROM jsonb_to_recordset($1) AS o(id uuid, kind text, channel text, purpose text)`;
