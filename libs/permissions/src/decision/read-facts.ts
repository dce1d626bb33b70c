import type { Reader } from '@seloste/platform';
import { addressClass } from './addresses/address-class.js';
import type { ConsentFact, Facts, ObjectionFact, SuppressionFact } from './facts.js';

const list = (entries: string): string => `(SELECT coalesce(json_agg(${entries}), '[]')`;

const objections = (whose: string): string =>
  `${list(`json_build_object('id', x.id, 'channel', x.channel, 'purpose', x.purpose, 'objectedAt', x.objected_at, 'withdrawnAt', w.withdrawn_at)`)}
       FROM objections x LEFT JOIN objection_withdrawals w ON w.objection_id = x.id WHERE ${whose})`;

/**
 * SQL: everything on record that decisions about the person depend on, as JSON for {@link toFacts}; `c` names the row of
 * the person in a query and `co` that of the employer, which may be missing. What the caller may see is not asked: a
 * decision tells of nothing else.
 */
export const factsColumn = (c: string, co: string): string => `json_build_object(
    'erasedAt', ${c}.erased_at,
    'restriction', CASE WHEN ${c}.restricted THEN coalesce((SELECT json_build_object('id', r.id, 'placedAt', r.placed_at)
       FROM restrictions r WHERE r.contact_id = ${c}.id AND r.lifted_at IS NULL), '{"id": null, "placedAt": null}') END,
    'title', ${c}.title, 'areaOfResponsibility', ${c}.area_of_responsibility,
    'company', CASE WHEN ${co}.id IS NOT NULL THEN json_build_object('id', ${co}.id, 'isSoleTrader', coalesce(${co}.legal_form = 'sole_trader', false),
       'hasAddress', EXISTS (SELECT FROM company_addresses a WHERE a.company_id = ${co}.id)) END,
    'email', (SELECT json_build_object('value', p.value, 'undeliverableSince', u.since)
       FROM contact_points p LEFT JOIN undeliverable_addresses u ON u.digest = p.digest
       WHERE p.contact_id = ${c}.id AND p.kind = 'email' AND p.position = 0),
    'hasPhone', EXISTS (SELECT FROM contact_points p WHERE p.contact_id = ${c}.id AND p.kind = 'phone'),
    'objections', ${objections(`x.contact_id = ${c}.id`)}, 'companyObjections', ${objections(`x.company_id = ${co}.id`)},
    'suppressions', ${list(`json_build_object('id', s.id, 'kind', s.kind, 'channel', s.channel, 'purpose', s.purpose, 'reason', s.reason, 'since', s.since)`)}
       FROM contact_points p JOIN suppressions s ON s.digest = p.digest AND s.kind = p.kind WHERE p.contact_id = ${c}.id),
    'consents', ${list(
      `json_build_object('id', x.id, 'channel', x.channel, 'purpose', x.purpose, 'obtainedAt', x.obtained_at, 'needsConfirmation', x.needs_confirmation,
       'confirmedAt', f.confirmed_at, 'withdrawnAt', w.withdrawn_at)`,
    )} FROM consents x LEFT JOIN consent_confirmations f ON f.consent_id = x.id LEFT JOIN consent_withdrawals w ON w.consent_id = x.id
       WHERE x.contact_id = ${c}.id),
    'sales', ${list(`json_build_object('id', s.id, 'soldOn', s.sold_on)`)} FROM sale_references s WHERE s.contact_id = ${c}.id),
    'bases', ${list(`json_build_object('purpose', b.purpose, 'basis', b.basis)`)} FROM contact_bases b WHERE b.contact_id = ${c}.id),
    'notice', (SELECT json_build_object('id', n.id, 'dueOn', n.due_on) FROM notice_duties n WHERE n.contact_id = ${c}.id AND n.discharged_at IS NULL),
    'purposes', ${list(`json_build_object('key', u.key, 'class', u.class, 'basis', u.basis, 'switchedOn', u.switched_on)`)} FROM purposes u))`;

type Dated = 'objectedAt' | 'obtainedAt' | 'confirmedAt' | 'withdrawnAt' | 'since';
/** The same with its times as JSON writes them. */
type Written<T> = { [Field in keyof T]: Field extends Dated ? Extract<T[Field], null> | string : T[Field] };

/** Facts as {@link factsColumn} writes them. */
export interface FactsJson extends Omit<
  Facts,
  | 'timeZone'
  | 'erasedAt'
  | 'restriction'
  | 'email'
  | 'objections'
  | 'companyObjections'
  | 'suppressions'
  | 'consents'
> {
  erasedAt: string | null;
  restriction: { id: string | null; placedAt: string | null } | null;
  email: { value: string; undeliverableSince: string | null } | null;
  objections: Written<ObjectionFact>[];
  companyObjections: Written<ObjectionFact>[];
  suppressions: Written<SuppressionFact>[];
  consents: Written<ConsentFact>[];
}

const timeOf = (written: string | null): Date | null => (written === null ? null : new Date(written));

const toObjection = (row: Written<ObjectionFact>): ObjectionFact => ({
  ...row,
  objectedAt: new Date(row.objectedAt),
  withdrawnAt: timeOf(row.withdrawnAt),
});

/** @param timeZone an IANA name: days begin and end in it */
export const toFacts = (json: FactsJson, timeZone: string): Facts => ({
  ...json,
  timeZone,
  erasedAt: timeOf(json.erasedAt),
  restriction: json.restriction && { ...json.restriction, placedAt: timeOf(json.restriction.placedAt) },
  email: json.email && {
    class: addressClass(json.email.value),
    undeliverableSince: timeOf(json.email.undeliverableSince),
  },
  objections: json.objections.map(toObjection),
  companyObjections: json.companyObjections.map(toObjection),
  suppressions: json.suppressions.map((row) => ({ ...row, since: new Date(row.since) })),
  consents: json.consents.map((row) => ({
    ...row,
    obtainedAt: new Date(row.obtainedAt),
    confirmedAt: timeOf(row.confirmedAt),
    withdrawnAt: timeOf(row.withdrawnAt),
  })),
});

/** Facts of those of these people whom the reader sees. */
export async function readFacts(
  reader: Reader,
  contactIds: string[],
  timeZone: string,
): Promise<Map<string, Facts>> {
  const rows = await reader.read<{ id: string; facts: FactsJson }>(
    `SELECT c.id, ${factsColumn('c', 'co')} AS facts FROM contacts c LEFT JOIN companies co ON co.id = c.company_id WHERE c.id = ANY($1::uuid[])`,
    [contactIds],
  );
  return new Map(rows.map(({ id, facts }) => [id, toFacts(facts, timeZone)]));
}
