import { domainToASCII } from 'node:url';
import { isBare, isDeadAddress, statusIn } from '@seloste/mail';
import { answeredIds, headerOf, idsIn, type Letter } from './letter.js';

/** What somebody's mail server reports about a message of ours. */
export interface MailReport {
  /** Message-IDs that it may be about, without brackets. */
  messageIds: string[];
  /** The person called it junk: then it says nothing of recipients. */
  isComplaint: boolean;
  recipients: RecipientReport[];
}

/** What became of the message for one recipient. */
export interface RecipientReport {
  /** The recipient's, as we and as the last server called it; in lower case. */
  addresses: string[];
  /** `hard`: the address is no good. `delayed`: it is still being tried. */
  outcome: 'hard' | 'soft' | 'delayed' | 'delivered';
  /** RFC 3463, for example `5.1.1`. */
  status: string;
}

type Fields = Map<string, string>;

/** Is it a report, by its headers alone? */
export function isReport(letter: Letter): boolean {
  const type = headerOf(letter, 'content-type');
  return (
    /^multipart\/report\b/i.test(type) && /\breport-type="?(delivery-status|feedback-report)\b/i.test(type)
  );
}

/**
 * What a delivery status notification (RFC 3464) or an abuse report (RFC 5965) says; null for anything else, and for a
 * report that does not say what it is about.
 */
export function readReport(letter: Letter): MailReport | null {
  const part = (type: string) => letter.attachments.find(({ contentType }) => contentType === type);
  const text = (type: string) => part(type)?.content.toString('utf8') ?? '';
  const enclosed = headersOf(text('message/rfc822') || text('text/rfc822-headers')).get('message-id') ?? '';
  const messageIds = [...new Set([...idsIn(enclosed), ...answeredIds(letter)])];
  if (messageIds.length === 0) return null;
  if (part('message/feedback-report')) {
    const kind = headersOf(text('message/feedback-report')).get('feedback-type')?.toLowerCase();
    // `not-spam` takes an earlier one back; the others are about something else than the person's wish.
    return kind === 'abuse' || kind === 'fraud' || kind === 'opt-out'
      ? { messageIds, isComplaint: true, recipients: [] }
      : null;
  }
  const recipients = groupsOf(text('message/delivery-status')).flatMap((fields) => recipientOf(fields) ?? []);
  return recipients.length === 0 ? null : { messageIds, isComplaint: false, recipients };
}

/**
 * What a report says of the address that the message was sent to. A report of one recipient is about it whatever it is
 * called, for mail is forwarded; of several, only who is named counts: null where nobody is.
 */
export function reportOf({ recipients }: MailReport, address: string | null): RecipientReport | null {
  const [only, second] = recipients;
  if (only && !second) return only;
  const ours = address === null ? null : plainAddress(address);
  return recipients.find(({ addresses }) => ours !== null && addresses.includes(ours)) ?? null;
}

/** RFC 3464 section 2.3: one group of fields for each recipient. */
function recipientOf(fields: Fields): RecipientReport | null {
  const action = fields.get('action')?.toLowerCase();
  const words = fields.get('diagnostic-code') ?? '';
  const told = statusIn(fields.get('status') ?? '');
  if (action === undefined || told === null) return null;
  const status = isBare(told) ? (statusIn(words) ?? told) : told;
  const addresses = ['final-recipient', 'original-recipient'].flatMap((name) => {
    const named = fields.get(name);
    return named === undefined ? [] : plainAddress(named.slice(named.indexOf(';') + 1));
  });
  return { addresses, outcome: outcomeOf(action, status, words), status };
}

function outcomeOf(action: string, status: string, words: string): RecipientReport['outcome'] {
  if (action === 'delayed') return 'delayed';
  if (action !== 'failed') return 'delivered';
  return isDeadAddress(status, words) ? 'hard' : 'soft';
}

/** As it is compared: in lower case, without brackets, its domain in ASCII. */
function plainAddress(text: string): string {
  const address = text.replace(/[<>\s]/g, '').toLowerCase();
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at + 1)}${domainToASCII(domain) || domain}`;
}

/** Groups of fields, parted by empty lines. */
const groupsOf = (text: string): Fields[] =>
  text
    .split(/\r?\n[ \t]*\r?\n/)
    .filter((group) => group.trim() !== '')
    .map(headersOf);

/** The fields up to the first empty line, by their names in lower case, unfolded. */
function headersOf(text: string): Fields {
  const [head = ''] = text.replace(/^\s+/, '').split(/\r?\n\r?\n/, 1);
  const fields: Fields = new Map();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return fields;
}
