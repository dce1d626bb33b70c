import { InvalidInput } from '@seloste/kernel';
import type { UserKind } from '../users/user.entity.js';

/** Longest time for which somebody from outside gets in, in days (K5: access ends with the duty). */
const longestOutsideDays = 30;
const day = 24 * 60 * 60_000;

/** The latest time at which access of somebody from outside may end. */
export const latestOutsideEnd = (at: Date): Date => new Date(at.getTime() + longestOutsideDays * day);

/**
 * When a grant may end: after it began, and for somebody from outside soon.
 * @throws InvalidInput on `endsAt` with the code `too_early` or `time_boxed`
 */
export function assertEnd(
  { kind, startsAt, endsAt }: { kind: UserKind; startsAt: Date; endsAt: Date | null },
  at: Date,
): void {
  if (endsAt !== null && endsAt <= startsAt)
    throw InvalidInput.of('endsAt', 'too_early', 'must lie after the beginning, and in the future');
  if (kind === 'outside' && (endsAt === null || endsAt > latestOutsideEnd(at)))
    throw InvalidInput.of(
      'endsAt',
      'time_boxed',
      `must lie within ${longestOutsideDays} days for people from outside`,
    );
}
