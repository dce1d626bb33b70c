import type { ProcessRole } from '@seloste/platform';

/** What a purging worker of the tests is told at its start. */
export interface PurgeWorkerSettings {
  databaseUrl: string;
  /** Hex. */
  masterKey: string;
  /** ISO 8601: the time at which it stands still. */
  now: string;
  /** `worker`: as the product starts, by its own queue and clock. `api`: it begins when it is told, and again whenever it is done. */
  process: ProcessRole;
}

/** The parts of a run in which a process can die. */
export const parts = ['planning', 'people', 'look', 'things', 'finishing'] as const;
export type Part = (typeof parts)[number];

/** What a worker tells as it goes on; `begin` is what it is told. */
export type Word = Part | 'up' | 'begin' | 'idle';
