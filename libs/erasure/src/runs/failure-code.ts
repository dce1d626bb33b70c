import { DomainError } from '@seloste/kernel';

/** What kind of failure it was, for a record that nobody may find a value in: a code of ours, an SQL state, or the name of the error. */
export function failureCode(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  const told = [error instanceof Error ? error.name : '', codeOf(error)].filter(Boolean).join(' ');
  return told.replace(/[^A-Za-z0-9_ ]/g, '_').slice(0, 100) || 'unknown';
}

/** Deadlock, serialisation, lock, or PostgreSQL short of room or connections: nobody's fault, and over the next time. */
const passing = /^(40|53|55P03)/;

export const isPassing = (error: unknown): boolean => passing.test(codeOf(error));

const tries = 3;

/** Does the work, and once more, and a third time, where what kept it from being done passes. */
export async function oncePassed<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || attempt === tries) throw error;
    }
}

const codeOf = (error: unknown): string => {
  const { code } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  return typeof code === 'string' ? code : '';
};
