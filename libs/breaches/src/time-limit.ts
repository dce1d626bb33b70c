/** Hours from becoming aware to the notice to the authority (GDPR Art. 33(1)). */
export const hoursToNotify = 72;

const hour = 60 * 60 * 1000;

/** By when the authority is told: hours by the clock, through nights, holidays and changes of summer time. */
export const notifyBefore = (awareAt: Date): Date => new Date(awareAt.getTime() + hoursToNotify * hour);

/** `done`: the authority was told, or need not be. */
export type NotifyUrgency = 'open' | 'last_day' | 'late' | 'done';

export function urgencyOf(
  { awareAt, notifiedAt, risk }: { awareAt: Date; notifiedAt: Date | null; risk: string | null },
  now: Date,
): NotifyUrgency {
  if (notifiedAt !== null || risk === 'none') return 'done';
  const left = notifyBefore(awareAt).getTime() - now.getTime();
  if (left < 0) return 'late';
  return left <= 24 * hour ? 'last_day' : 'open';
}
