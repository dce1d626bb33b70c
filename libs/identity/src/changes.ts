import { changesOf } from '@seloste/kernel';

/** Gives the record those values of `changes` that are there and differ; returns the names of the changed fields. */
export function applyChanges<T extends object>(record: T, changes: Partial<T>): string[] {
  const changed = changesOf(record, changes);
  Object.assign(record, changed);
  return Object.keys(changed);
}
