import dayjs from 'dayjs';
import type { AnyChannel } from './model.js';

/** What an objection reaches: everything, one channel, one purpose, or one purpose in one channel. */
export function reachOf({ channel, purpose }: { channel: AnyChannel; purpose: string }) {
  if (channel === 'all') return purpose === 'all' ? 'all' : 'purpose';
  return purpose === 'all' ? 'channel' : 'both';
}

/** An instant for a day: now when the day is today, else its noon, so that no time zone makes it another day. */
export function instantOf(day: string, now = new Date()): string {
  return dayjs(now).format('YYYY-MM-DD') === day ? now.toISOString() : dayjs(`${day}T12:00:00`).toISOString();
}
