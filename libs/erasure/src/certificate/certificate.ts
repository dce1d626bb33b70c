import { createHash } from 'node:crypto';
import type { ErasureCounts, ErasureGround } from '../erasure.entity.js';
import type { ScanResult } from '../scan/found.js';

/** What an erasure came to, for whoever asks for proof of it: counts, dates and grounds, and no word about anybody. */
export interface Certificate {
  version: 1;
  erasureId: string;
  ground: ErasureGround;
  manner: 'pseudonymised' | 'deleted' | null;
  requestedAt: string;
  executedAt: string | null;
  completedAt: string;
  /** By table: rows by what was done to them. */
  counts: ErasureCounts;
  /** What others wrote: in how many texts it was replaced, and what somebody decided of what was doubtful. */
  mentions: { replaced: number; decidedToReplace: number; decidedToKeep: number };
  /** What had to wait. */
  holds: { ground: string; until: string | null; releasedAt: string | null }[];
  scan: Omit<ScanResult, 'found' | 'unread'> & { found: 0 };
}

/** The same text for the same content, whatever order its keys are in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** SHA-256 of the canonical text, in hexadecimal. */
export const hashOf = (certificate: unknown): string =>
  createHash('sha256').update(canonical(certificate)).digest('hex');
