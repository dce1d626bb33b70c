import { channels } from '@seloste/kernel';
import type { PurposeShown } from './held.js';
import type { Cell } from './standing.js';

/**
 * What a button names: `email.newsletter`, `sms.all`, `all.profiling_sales`, `all.all`; null for anything else, and for
 * what is service and so nobody's to stop here. @param purposes those that the person decides about
 */
export function cellNamed(name: unknown, purposes: readonly PurposeShown[]): Cell | null {
  const [, channelNamed, purposeNamed] = /^([a-z]+)\.([a-z0-9_]+)$/.exec(String(name)) ?? [];
  const channel = ([...channels, 'all'] as const).find((one) => one === channelNamed);
  const isPurpose =
    purposeNamed === 'all' ||
    purposes.some(({ key, class: kind }) => key === purposeNamed && kind !== 'service');
  return channel && purposeNamed && isPurpose ? { channel, purpose: purposeNamed } : null;
}
