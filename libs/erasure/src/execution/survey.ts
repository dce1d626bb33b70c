import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DataCategory } from '@seloste/kernel';
import { preparedReaderOf, readerOf } from '@seloste/platform';
import { Holds, type HoldInForce } from '@seloste/retention';
import type { EntityManager } from 'typeorm';
import type { PlanContents, PlannedTable } from '../plan/plan-contents.js';
import { ErasureMaps } from './erasure-map.js';
import { stepsInImports } from './imported-files.js';
import { readCell, type Cell } from './small-cell.js';
import { stepsFor, type Step } from './steps.js';

/** A step, whose rows it is about (the person, or the company that is one), and how many there are. */
export interface SurveyedStep extends Step {
  id: string;
  count: number;
}

/** Everything that an erasure would do, and does. */
export interface Survey {
  person: SurveyedPerson;
  holds: HoldInForce[];
  cell: Cell;
  /** Does the row go as well? Never while something of it is held. */
  isDeleted: boolean;
  steps: SurveyedStep[];
}

export interface SurveyedPerson {
  id: string;
  version: number;
  restricted: boolean;
  erasedAt: Date | null;
}

/** Looks at a person before anything happens to them: what both the plan and the execution rest on. */
@Injectable()
export class Surveys {
  constructor(
    private readonly maps: ErasureMaps,
    private readonly holds: Holds,
  ) {}

  /** In a transaction of the eraser. Steps for which there is nothing to do are left out. */
  async make(tx: EntityManager, person: SurveyedPerson): Promise<Survey> {
    const { catalogue, ofPerson, ofCompany } = await this.maps.read(tx);
    const holds = await this.holds.holdsOf(tx, person.id);
    const cell = await readCell(tx, person.id);
    const held = new Set<DataCategory>(holds.flatMap(({ categories }) => categories));
    const isHeld = holds.length > 0;
    const isDeleted = (cell.smallCell !== null || cell.isDeletedByRule) && !isHeld;
    const { ownCompanyId } = cell;
    const ofOwnCompany =
      ownCompanyId === null ? [] : stepsFor(ofCompany, catalogue, { isHeld, held, isDeleted: false });
    // In imports before the rows by which the person is found there.
    const ofThemselves = [
      ...(await stepsInImports(tx, person.id)),
      ...stepsFor(ofPerson, catalogue, { isHeld, held, isDeleted }),
    ];
    const steps = [
      ...(await counted(tx, ofOwnCompany, ownCompanyId ?? '')),
      ...(await counted(tx, ofThemselves, person.id)),
    ];
    return { person, holds, cell, isDeleted, steps };
  }
}

/** Those of the steps that there is anything for, all counted at once. */
export async function counted(tx: EntityManager, steps: Step[], id: string): Promise<SurveyedStep[]> {
  if (steps.length === 0) return [];
  const counts = steps.map(({ table, rows }) => `(SELECT count(*)::int FROM ${table} t WHERE ${rows})`);
  const sql = `SELECT ARRAY[${counts.join(', ')}] AS counts`;
  const isOneOff = steps.some((step) => step.isOneOff);
  const reader = isOneOff ? readerOf(tx) : preparedReaderOf(tx);
  const [found] = await reader.read<{ counts: number[] }>(sql, [id]);
  return steps
    .map((step, i) => ({ ...step, id, count: found?.counts[i] ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** What the survey comes to, in numbers. `basis` changes when anything does that it rests on. */
export function contentsOf({ person, holds, cell, steps }: Survey): PlanContents {
  const tables: PlannedTable[] = [];
  const evidence: PlannedTable[] = [];
  for (const step of steps) addTo(step.isEvidence ? evidence : tables, step, holds);
  const contents = {
    version: person.version,
    tables,
    smallCell: cell.smallCell,
    holds: holds.map(({ id, ground, until, reviewOn }) => ({ id, ground, until, reviewOn })),
  };
  const basis = createHash('sha256').update(JSON.stringify(contents)).digest('hex');
  return { ...contents, tables: [...tables, ...evidence], basis };
}

function addTo(
  tables: PlannedTable[],
  { table, action, why, count }: SurveyedStep,
  holds: HoldInForce[],
): void {
  const isHeld = why === 'held';
  const same = tables.find((one) => one.table === table && one.action === action && one.why === why);
  if (same) same.count += count;
  else tables.push({ table, action, count, until: isHeld ? lastDayOf(holds) : null, why });
}

/** Null: until somebody ends one of them. */
const lastDayOf = (holds: HoldInForce[]): string | null =>
  holds.some(({ until }) => until === null)
    ? null
    : (holds
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null);
