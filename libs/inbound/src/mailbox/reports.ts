import { answeredIds, headerOf, idsIn, type Letter } from './letter.js';

/** What somebody's mail server reports about a message of ours. */
export interface MailReport {
  /** Message-IDs that it may be about, without brackets. */
  messageIds: string[];
  /** `delayed`: it is still being tried. `complaint`: the person called it junk. */
  outcome: 'hard' | 'soft' | 'delayed' | 'delivered' | 'complaint';
  /** RFC 3463, for example `5.1.1`; null for a complaint. */
  status: string | null;
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
      ? { messageIds, outcome: 'complaint', status: null }
      : null;
  }
  const outcome = worst(groupsOf(text('message/delivery-status')).map(outcomeOf));
  return outcome && { messageIds, ...outcome };
}

type Outcome = Pick<MailReport, 'outcome' | 'status'>;

/** RFC 3464 section 2.3: one group of fields for each recipient. */
function outcomeOf(fields: Fields): Outcome | null {
  const action = fields.get('action')?.toLowerCase();
  const [status = null] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '') ?? [];
  if (action === undefined || status === null) return null;
  if (action === 'delayed') return { outcome: 'delayed', status };
  if (action !== 'failed') return { outcome: 'delivered', status };
  return { outcome: isForGood(status) ? 'hard' : 'soft', status };
}

/** A full mailbox (RFC 3463, x.2.2) is emptied one day; whatever else a server refuses for good, it has refused (917/2014 s. 204). */
const isForGood = (status: string): boolean => status.startsWith('5.') && status !== '5.2.2';

const severity: MailReport['outcome'][] = ['hard', 'soft', 'delayed', 'delivered'];

const worst = (outcomes: (Outcome | null)[]): Outcome | null =>
  severity.flatMap((level) => outcomes.find((found) => found?.outcome === level) ?? [])[0] ?? null;

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
