import { createHash } from 'node:crypto';
import { newId } from '@seloste/kernel';
import type { Client } from 'pg';
import { askedAt, ownPurposes, type RandomPerson } from './random-people.js';

/** Employers of random people: a company with an address, one without, one of no known form, and sole traders; some say no. */
const employers: [legalForm: string | null, hasAddress: boolean, objections: [string, string, boolean][]][] =
  [
    ['limited_company', true, []],
    ['association', false, []],
    [null, true, []],
    ['sole_trader', true, []],
    ['limited_company', true, [['email', 'all', false]]],
    [
      'limited_company',
      false,
      [
        ['all', 'warnings', false],
        ['phone', 'direct_marketing', true],
      ],
    ],
  ];

const link = newId();

/** Rows are as they are drawn: without what triggers add or refuse, and what they refer to. */
const withoutEffects = `
  DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT conrelid::regclass AS of, conname FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.of, one.conname); END LOOP;
    FOR one IN SELECT DISTINCT tgrelid::regclass AS of FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    LOOP EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', one.of); END LOOP;
  END $$`;

/** Purposes and employers for random people, on a database that is used for nothing else. Returns the employers' ids. */
export async function prepareRandomRegister(owner: Client): Promise<string[]> {
  await owner.query(withoutEffects);
  for (const [key, of, basis, isOn] of ownPurposes)
    await owner.query(
      `INSERT INTO purposes (key, class, built_in, name_fi, name_sv, name_en, basis, balancing_note, review_on, switched_on, created_at, updated_at)
       VALUES ($1, $2, false, 'a', 'b', 'c', $3, 'weighed', '2027-01-01', $4, now(), now())`,
      [key, of, basis, isOn],
    );
  const ids: string[] = [];
  for (const [legalForm, hasAddress, objections] of employers) {
    const id = newId();
    ids.push(id);
    await owner.query(
      `INSERT INTO companies (id, name, legal_form, relationship_status, source_kind, source_on, created_at, updated_at)
       VALUES ($1, 'Firma', $2, 'prospect', 'website', '2026-01-01', now(), now())`,
      [id, legalForm],
    );
    if (hasAddress)
      await owner.query(
        `INSERT INTO company_addresses (id, company_id, position, type) VALUES ($1, $2, 0, 'postal')`,
        [newId(), id],
      );
    for (const [channel, purpose, isWithdrawn] of objections)
      await addObjection(owner, {
        companyId: id,
        channel,
        purpose,
        at: askedAt,
        withdrawn: isWithdrawn ? askedAt : null,
      });
  }
  return ids;
}

interface AnyObjection {
  contactId?: string;
  companyId?: string;
  channel: string;
  purpose: string;
  at: Date;
  withdrawn: Date | null;
}

async function addObjection(owner: Client, given: AnyObjection): Promise<void> {
  const id = newId();
  const { contactId = null, companyId = null, channel, purpose, at, withdrawn } = given;
  await owner.query(
    `INSERT INTO objections (id, contact_id, company_id, channel, purpose, objected_at, received_via, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'other', $6)`,
    [id, contactId, companyId, channel, purpose, at],
  );
  if (withdrawn === null) return;
  await owner.query(
    contactId === null
      ? `INSERT INTO objection_withdrawals (objection_id, withdrawn_at, told_by, recorded_by) VALUES ($1, $2, 'x', $3)`
      : `INSERT INTO objection_withdrawals (objection_id, contact_id, withdrawn_at, link_id) VALUES ($1, $4, $2, $3)`,
    contactId === null ? [id, withdrawn, link] : [id, withdrawn, link, contactId],
  );
}

const digestOf = (value: string): Buffer => createHash('sha256').update(value).digest();

/** The person, with everything that is drawn for them. Returns their id. */
export async function insertRandomPerson(
  owner: Client,
  person: RandomPerson,
  companies: string[],
): Promise<string> {
  const id = newId();
  const companyId = person.company === null ? null : companies[person.company];
  await owner.query(
    `INSERT INTO contacts (id, last_name, title, area_of_responsibility, company_id, retention_ground, retention_due_on, retention_started_on, collected_on, created_at, updated_at, erased_at, restricted)
     VALUES ($1, 'x', $2, $3, $4, 'prospects', '2027-01-01', '2026-01-01', '2026-01-01', now(), now(), $5, $6)`,
    [id, person.title, person.area, companyId, person.erased ? askedAt : null, person.restricted],
  );
  if (person.restricted && person.restrictionKnown)
    await owner.query(
      `INSERT INTO restrictions (id, contact_id, reason, placed_at) VALUES ($1, $2, 'x', $3)`,
      [newId(), id, askedAt],
    );
  await insertAddresses(owner, id, person);
  for (const { purpose, basis } of person.bases)
    await owner.query(
      `INSERT INTO contact_bases (contact_id, purpose, basis, recorded_at) VALUES ($1, $2, $3, now())`,
      [id, purpose, basis],
    );
  for (const objection of person.objections) await addObjection(owner, { contactId: id, ...objection });
  await insertEvidence(owner, id, person);
  return id;
}

async function insertAddresses(owner: Client, id: string, person: RandomPerson): Promise<void> {
  const points: ['email' | 'phone', string][] = [
    ...(person.email === null ? [] : [['email', person.email] as ['email', string]]),
    ...(person.phone ? [['phone', '+358401234567'] as ['phone', string]] : []),
  ];
  for (const [kind, value] of points) {
    const digest = digestOf(`${id} ${kind}`);
    await owner.query(
      `INSERT INTO contact_points (contact_id, kind, position, value, digest) VALUES ($1, $2, 0, $3, $4)`,
      [id, kind, value, digest],
    );
    for (const { channel, purpose, at, reason } of person.suppressions)
      await owner.query(
        `INSERT INTO suppressions (id, kind, digest, channel, purpose, reason, since) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [newId(), kind, digest, channel, purpose, reason, at],
      );
    if (person.undeliverable && kind === 'email')
      await owner.query(
        `INSERT INTO undeliverable_addresses (digest, since, status) VALUES ($1, $2, '5.1.1')`,
        [digest, askedAt],
      );
  }
}

async function insertEvidence(owner: Client, id: string, person: RandomPerson): Promise<void> {
  for (const { channel, purpose, at, needsConfirmation, confirmed, withdrawn } of person.consents) {
    const consentId = newId();
    await owner.query(
      `INSERT INTO consents (id, contact_id, channel, purpose, wording_id, language, obtained_at, obtained_via, needs_confirmation, recorded_at)
       VALUES ($1, $2, $3, $4, $1, 'fi', $5, 'form', $6, $5)`,
      [consentId, id, channel, purpose, at, needsConfirmation],
    );
    if (confirmed)
      await owner.query(
        `INSERT INTO consent_confirmations (consent_id, contact_id, confirmed_at, link_id) VALUES ($1, $2, $3, $4)`,
        [consentId, id, confirmed, link],
      );
    if (withdrawn)
      await owner.query(
        `INSERT INTO consent_withdrawals (consent_id, contact_id, withdrawn_at, received_via, recorded_at) VALUES ($1, $2, $3, 'other', $3)`,
        [consentId, id, withdrawn],
      );
  }
  for (const day of person.sales)
    await owner.query(
      `INSERT INTO sale_references (id, contact_id, reference, product, sold_on, opt_out_offered_on, recorded_at) VALUES ($1, $2, 'x', 'y', $3, $3, now())`,
      [newId(), id, day],
    );
  if (person.notice)
    await owner.query(`INSERT INTO notice_duties (contact_id, arisen_at, due_on) VALUES ($1, now(), $2)`, [
      id,
      person.notice,
    ]);
}
