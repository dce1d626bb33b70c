import { answeredIds, recipientsOf, type Letter } from './letter.js';
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
  if (isReport(headers))
    return recipientsOf(headers).some((to) => isOurs(to, addresses)) ? { kind: 'report' } : null;
  const token = tokenIn(headers);
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

/** The subject that the `mailto` of our List-Unsubscribe asks for. */
function tokenIn({ subject = '' }: Letter): string | null {
  const [, token] = /^unsubscribe[ :_-]+([\w-]{32})$/i.exec(subject.trim()) ?? [];
  return token ?? null;
}
