import type { LinkedChannel } from '../../shell/dialogs.js';
import type { ChannelPermission } from '../../api/model.js';

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
  const way = (channel: LinkedChannel, href: string): Way => ({ channel, href, blocked: blockedOf(channel) });
  return [
    ...(phone ? [way('phone', `tel:${phone}`)] : []),
    ...(email ? [way('email', `mailto:${email}`)] : []),
    ...(phone ? [way('sms', `sms:${phone}`)] : []),
  ];
}
