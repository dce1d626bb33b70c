import { DomainError } from '@seloste/kernel';

/** What kind of failure it was, for a record that nobody may find a value in: a code of ours, an SQL state, or the name of the error. */
export function failureCode(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  const told = [error instanceof Error ? error.name : '', codeOf(error)].filter(Boolean).join(' ');
  return told.replace(/[^A-Za-z0-9_ ]/g, '_').slice(0, 100) || 'unknown';
}

/** Deadlock, lock or serialisation: nobody's fault, and over the next time. */
const passing = ['40P01', '40001', '55P03'];

export const isPassing = (error: unknown): boolean => passing.includes(codeOf(error));

const codeOf = (error: unknown): string => {
  const { code } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  return typeof code === 'string' ? code : '';
};
