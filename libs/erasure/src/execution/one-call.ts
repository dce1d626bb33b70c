import { known } from '../mentions-review/person.js';
import type { ErasureMap } from './erasure-map.js';
import { stopMessages } from './execution.js';
import { stepOfSamples, unread } from './imported-files.js';
import { hasNewAddresses } from './lock-person.js';
import { cellSql, companyLocksOf, holdCompanies } from './small-cell.js';
import { stepsFor, type Step } from './steps.js';
import { changeOf } from './run-step.js';

/** The steps of the plain case, nothing being held: where the row stays under another name, and where it goes. */
export interface PlainSteps {
  pseudonymised: Step[];
  deleted: Step[];
}

export function plainSteps({ ofPerson, catalogue }: ErasureMap): PlainSteps {
  const steps = (isDeleted: boolean) => [
    stepOfSamples(),
    ...stepsFor(ofPerson, catalogue, { isHeld: false, held: new Set(), isDeleted }),
  ];
  return { pseudonymised: steps(false), deleted: steps(true) };
}

/**
 * Erases the person $1 in one call, where theirs is the plain case: nothing of them is held or restricted or was begun, no
 * file waits to be read, they are no company, and what they are known by is what it was. $2: the pseudonym; $3: the time;
 * $4: the day of the purge; $5: what they were known by. It locks as `lockPerson` does, looks as `Surveys` does
 * and does as `Execution` does, with plans that the connection keeps. To be made in a transaction of the eraser.
 */
export const makeOneCall = ({ pseudonymised, deleted }: PlainSteps): string => `
  CREATE OR REPLACE FUNCTION pg_temp.erase_in_one_call(uuid, text, timestamptz, date, text) RETURNS jsonb LANGUAGE plpgsql AS $erase$
  #variable_conflict use_column
  DECLARE
    companies int[] := ${companyLocksOf};
    addresses bytea[];
    cell record;
    goes boolean;
    counts int[];
    n int;
  BEGIN
    ${holdCompanies('companies').replace('SELECT', 'PERFORM')};
    addresses := hold_identity_of($1);
    PERFORM FROM contacts c WHERE c.id = $1 AND NOT c.restricted AND c.erased_at IS NULL AND c.retention_due_on <= $4 FOR UPDATE;
    IF NOT FOUND OR ${companyLocksOf} <> companies OR EXISTS (SELECT FROM erasures WHERE contact_id = $1) OR EXISTS (SELECT FROM holds_of(ARRAY[$1], controller_day($3)))
      OR EXISTS (${hasNewAddresses.replace('$2', 'addresses')}) OR EXISTS (${unread})
      OR (SELECT row_to_json(k)::text FROM (${known}) AS k) IS DISTINCT FROM $5 THEN RETURN NULL; END IF;
    PERFORM hold_hand_overs_to($1);
    SELECT * INTO cell FROM (${cellSql}) AS c;
    IF cell."companyId" IS NOT NULL AND cell."isSoleTrader" AND cell."isPresentAlone" THEN RETURN NULL; END IF;
    goes := cell."isDeletedByRule"
      OR cell."companyId" IS NOT NULL AND (cell."isAlone" OR cell."hasTitle" AND NOT cell."sharesFunction");
    IF goes THEN ${countsOf(deleted)} ELSE ${countsOf(pseudonymised)} END IF;
    PERFORM suppress_erased($1, $3);
    ${stopMessages.replace('$2', '$3')};
    IF goes THEN ${deleted.map(doStep).join('')} ELSE ${pseudonymised.map(doStep).join('')} END IF;
    RETURN jsonb_build_object('isDeleted', goes, 'counts', to_jsonb(counts));
  END $erase$`;

/** All at once, before anything is done. */
const countsOf = (steps: Step[]): string =>
  `SELECT ARRAY[${steps.map(({ table, rows }) => `(SELECT count(*)::int FROM ${table} t WHERE ${rows})`).join(', ')}] INTO counts;`;

const doStep = (step: Step, i: number): string =>
  step.action === 'keep'
    ? ''
    : `IF counts[${i + 1}] > 0 THEN ${changeOf(step)}; GET DIAGNOSTICS n = ROW_COUNT; counts[${i + 1}] := n; ELSE counts[${i + 1}] := NULL; END IF;`;
