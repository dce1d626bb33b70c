import { answeredIds, headerOf, recipientsOf, type Letter } from './letter.js';
import { isReport } from './reports.js';

/** What a letter may be, by its headers: the only letters that are read at all. */
export type Suspicion =
  | { kind: 'report' }
  /** To the address of `List-Unsubscribe` (RFC 2369), with the person's token. */
  | { kind: 'unsubscribe'; token: string }
  | { kind: 'reply'; messageIds: string[] };

/**
 * Is it worth reading? Reports to an address of ours, replies to something that can be a message of ours, and letters
 * that carry a person's token; nothing else of the mailbox is (an inbox is never imported).
 * @param headers the letter's headers alone
 * @param addresses ours, in lower case
 */
export function suspect(headers: Letter, addresses: string[]): Suspicion | null {
  const recipients = recipientsOf(headers);
  if (isReport(headers)) return recipients.some((to) => isOurs(to, addresses)) ? { kind: 'report' } : null;
  const token = tokenIn(headers, recipients);
  if (token !== null) return { kind: 'unsubscribe', token };
  const messageIds = idsOfMessages(answeredIds(headers));
  return messageIds.length > 0 ? { kind: 'reply', messageIds } : null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids of messages that these Message-IDs can be made of; at most twenty, the nearest first. */
export const idsOfMessages = (messageIds: string[]): string[] =>
  [...new Set(messageIds.map((id) => (id.split('@', 1)[0] ?? '').toLowerCase()))]
    .filter((id) => uuid.test(id))
    .slice(0, 20);

/** An address of ours, or a variant of it with a plus. */
function isOurs(address: string, addresses: string[]): boolean {
  const [local = '', domain] = address.split('@');
  return addresses.includes(address) || addresses.includes(`${local.split('+', 1)[0]}@${domain}`);
}

/** `unsubscribe <token>` as the subject, or the token after the plus of the address. */
function tokenIn(headers: Letter, recipients: string[]): string | null {
  const [, bySubject] =
    /^unsubscribe[ :_-]+([\w-]{32})$/i.exec((headers.subject ?? headerOf(headers, 'subject')).trim()) ?? [];
  if (bySubject) return bySubject;
  // Recipients are in lower case here, and a token is not: it is looked up as it was written.
  const written = ['to', 'delivered-to', 'x-original-to'].map((name) => headerOf(headers, name)).join(' ');
  const [, byAddress] = /\+([\w-]{32})@/.exec(written) ?? [];
  return recipients.length > 0 ? (byAddress ?? null) : null;
}
