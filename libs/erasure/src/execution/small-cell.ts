import { locks, prepared } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { SmallCell } from '../plan/plan-contents.js';
import { functionOf } from './functions-of-titles.js';

/** Does the person's row go, or would a pseudonym do? */
export interface Cell {
  /** Would company and function still point to one person (G17)? People who were ever there count, the erased ones too. */
  smallCell: SmallCell;
  /** Does the rule by which they are kept delete, whether or not a pseudonym would hide them? */
  isDeletedByRule: boolean;
  /** The company that is the person: a sole trader, at whom nobody else is on record. */
  ownCompanyId: string | null;
}

/** The companies at which the person $1 is or was, as numbers of locks, each of two people's in the same order. */
export const companyLocksOf = `array(
  SELECT DISTINCT hashtext(w.company_id::text) FROM (
    SELECT company_id FROM contacts WHERE id = $1 UNION ALL SELECT company_id FROM employments WHERE contact_id = $1
  ) AS w WHERE w.company_id IS NOT NULL ORDER BY 1)`;

/** SQL that waits until nobody else of these companies (an array of SQL) is being erased: of two, one sees what became of the other. */
export const holdCompanies = (companies: string): string =>
  `SELECT pg_advisory_xact_lock(${locks.erasingAtCompany}, c) FROM unnest(${companies}) AS c`;

interface Row {
  companyId: string | null;
  isDeletedByRule: boolean;
  isSoleTrader: boolean;
  isPresentAlone: boolean;
  isAlone: boolean;
  hasTitle: boolean;
  sharesFunction: boolean;
}

/** About the person $1. */
export const cellSql = `
  WITH person AS (SELECT id, company_id, retention_ground, title FROM contacts WHERE id = $1),
  function AS MATERIALIZED (SELECT ${functionOf('title')} AS name FROM person),
  others AS (
    SELECT c.id, c.title, c.erased_at IS NULL AS is_present, true AS is_there
    FROM contacts c JOIN person p ON c.company_id = p.company_id WHERE c.id <> p.id
    UNION ALL
    SELECT e.contact_id, e.title, false, false FROM employments e JOIN person p ON e.company_id = p.company_id
    WHERE e.contact_id <> p.id
  )
  SELECT p.company_id AS "companyId", coalesce(r.action = 'delete', false) AS "isDeletedByRule", coalesce(co.legal_form = 'sole_trader', false) AS "isSoleTrader",
    NOT EXISTS (SELECT FROM others o WHERE o.is_present) AS "isPresentAlone",
    NOT EXISTS (SELECT FROM others) AS "isAlone", p.title IS NOT NULL AS "hasTitle",
    EXISTS (SELECT FROM others o WHERE o.title = p.title)
      OR EXISTS (SELECT FROM others o, function f WHERE ${functionOf('o.title')} = f.name) AS "sharesFunction"
  FROM person p LEFT JOIN companies co ON co.id = p.company_id LEFT JOIN retention_rules r ON r.key = p.retention_ground`;

export async function readCell(tx: EntityManager, contactId: string): Promise<Cell> {
  const {
    rows: [row],
  } = await prepared<Row & Record<string, unknown>>(tx, cellSql, [contactId]);
  const isDeletedByRule = row?.isDeletedByRule ?? false;
  if (!row || row.companyId === null) return { smallCell: null, isDeletedByRule, ownCompanyId: null };
  if (row.isSoleTrader && row.isPresentAlone)
    return { smallCell: 'sole_trader', isDeletedByRule, ownCompanyId: row.companyId };
  const smallCell = row.isAlone
    ? 'only_person_of_company'
    : row.hasTitle && !row.sharesFunction
      ? 'only_person_with_function'
      : null;
  return { smallCell, isDeletedByRule, ownCompanyId: null };
}
