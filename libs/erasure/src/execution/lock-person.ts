import { preparedReaderOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { companyLocksOf, holdCompanies } from './small-cell.js';
import type { SurveyedPerson } from './survey.js';

/** Something that has to be held first came to the person after we looked: begin again. */
export class MustBeginAgain extends Error {}

/** Somebody restricted the person, or held something of them: begin again with the lock for that. */
export class MustHoldRestrictions extends MustBeginAgain {}

const isAboutRestrictions = `
  SELECT c.restricted OR EXISTS (SELECT FROM holds_of(ARRAY[c.id], $2)) AS "isRestrictedOrHeld"
  FROM contacts c WHERE c.id = $1`;

export const hasNewAddresses = `
  SELECT 1 FROM contact_points WHERE contact_id = $1 AND digest <> ALL ($2::bytea[])`;

/**
 * The person, whom nobody else changes until the transaction ends, and to whom nothing is being handed over. Where a
 * restriction is there, or will be placed, nobody changes restrictions meanwhile; and nobody brings somebody in who has an
 * address of theirs. As everywhere that is held first; and before anybody's row, that nobody else of their companies is erased
 * meanwhile.
 * @returns null when nobody has this id
 * @throws MustBeginAgain
 */
export async function lockPerson(
  tx: EntityManager,
  id: string,
  { today, isSure }: { today: string; isSure: boolean },
): Promise<SurveyedPerson | null> {
  const reader = preparedReaderOf(tx);
  const isNeeded = async () => {
    const [row] = await reader.read<{ isRestrictedOrHeld: boolean }>(isAboutRestrictions, [id, today]);
    return row?.isRestrictedOrHeld ?? false;
  };
  const isHeld = isSure || (await isNeeded());
  if (isHeld) await tx.query('SELECT hold_restrictions_alone()');
  const [companies] = await reader.read<{ held: number[] }>(`SELECT ${companyLocksOf} AS held`, [id]);
  await reader.read(holdCompanies('$1::int[]'), [companies?.held]);
  const [addresses] = await reader.read<{ held: Buffer[] }>('SELECT hold_identity_of($1) AS held', [id]);
  const [person] = await reader.read<SurveyedPerson & Record<string, unknown>>(
    `SELECT id, version, restricted, erased_at AS "erasedAt" FROM contacts WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!person) return null;
  if (!isHeld && (await isNeeded())) throw new MustHoldRestrictions();
  const [others] = await reader.read(`SELECT 1 WHERE ${companyLocksOf} <> $2::int[]`, [id, companies?.held]);
  if (others) throw new MustBeginAgain();
  if ((await reader.read(hasNewAddresses, [id, addresses?.held])).length > 0) throw new MustBeginAgain();
  await reader.read('SELECT hold_hand_overs_to($1)', [id]);
  return person;
}
