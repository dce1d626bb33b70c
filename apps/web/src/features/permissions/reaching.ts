import type { LinkedChannel } from '../../shell/dialogs.js';
import type { ChannelPermission } from './model.js';

/** One way to a person: where it leads, and what keeps us from it. */
export interface Way {
  channel: LinkedChannel;
  href: string;
  /** The decision that says no; null: it is permitted, or not known yet, and asked again when it is used. */
  blocked: ChannelPermission | null;
}

interface Reachable {
  phones: string[] | null;
  emails: string[] | null;
}

/** The ways that there is a number or an address for. */
export function waysTo({ phones, emails }: Reachable, permissions: ChannelPermission[] | undefined): Way[] {
  const blockedOf = (channel: LinkedChannel) =>
    permissions?.find((one) => one.channel === channel && !one.allowed) ?? null;
  const phone = phones?.[0];
  const email = emails?.[0];
  return [
    ...(phone
      ? (['phone', 'sms'] as const).map((channel) => ({
          channel,
          href: `${channel === 'phone' ? 'tel' : 'sms'}:${phone}`,
          blocked: blockedOf(channel),
        }))
      : []),
    ...(email ? [{ channel: 'email' as const, href: `mailto:${email}`, blocked: blockedOf('email') }] : []),
  ];
}
