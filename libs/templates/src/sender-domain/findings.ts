import type { PublishedKey } from './dkim-signing.js';
import { dkimRecordOf } from './dkim-signing.js';
import { spfTermsOf } from './spf-terms.js';

/**
 * `ok`; `weak`: works, and could protect better; `wrong`: there, and no use; `missing`; `off`: nothing to look for;
 * `unknown`: the name server did not answer.
 */
export const findingStates = ['ok', 'weak', 'wrong', 'missing', 'off', 'unknown'] as const;

export type FindingCode =
  | 'ok'
  | 'unknown'
  | 'no_sender'
  | 'spf_missing'
  | 'spf_several'
  | 'spf_open'
  | 'dkim_off'
  | 'dkim_missing'
  | 'dkim_other_key'
  | 'dkim_other_domain'
  | 'dmarc_missing'
  | 'dmarc_wrong'
  | 'dmarc_observes';

/** What was found out about one of the records that receivers look at. */
export interface Finding {
  status: (typeof findingStates)[number];
  code: FindingCode;
  /** As it was found. */
  record: string | null;
  /** To put into the name server. */
  suggestion: { name: string; type: 'TXT'; value: string } | null;
}

/** The TXT records of a name, each in one piece; null when the name server did not answer. */
export type Texts = string[] | null;

const finding = (
  status: Finding['status'],
  code: FindingCode,
  record: string | null = null,
  suggestion: Finding['suggestion'] = null,
): Finding => ({ status, code, record, suggestion });

const unknown = finding('unknown', 'unknown');
export const noSender = finding('off', 'no_sender');

/** May the mail server send for the domain (RFC 7208)? @param server its host as in a URL, where it is known */
export function judgeSpf(texts: Texts, domain: string, server: string | null): Finding {
  if (texts === null) return unknown;
  const records = texts.filter((text) => /^v=spf1(\s|$)/i.test(text));
  const [record] = records;
  if (record === undefined) {
    const value = ['v=spf1 mx', ...spfTermsOf(server), '~all'].join(' ');
    return finding('missing', 'spf_missing', null, { name: domain, type: 'TXT', value });
  }
  if (records.length > 1) return finding('wrong', 'spf_several', records.join('\n'));
  return /\s([-~]all|redirect=\S+)\s*$/i.test(record)
    ? finding('ok', 'ok', record)
    : finding('weak', 'spf_open', record);
}

/** Is what we sign with published (RFC 6376), and for the domain that mail comes from? */
export function judgeDkim(texts: Texts, key: PublishedKey, domain: string): Finding {
  if (texts === null) return unknown;
  const published = texts.find((text) => /(^|;)\s*p=/i.test(text));
  if (published === undefined) return finding('missing', 'dkim_missing', null, dkimRecordOf(key));
  const value = /(?:^|;)\s*p=([^;]*)/i.exec(published)?.[1]?.replace(/\s/g, '');
  if (value !== key.publicKey) return finding('wrong', 'dkim_other_key', published, dkimRecordOf(key));
  return isWithin(domain, key.domainName) || isWithin(key.domainName, domain)
    ? finding('ok', 'ok', published)
    : finding('weak', 'dkim_other_domain', published);
}

export const dkimOff = finding('off', 'dkim_off');

/** What receivers are to do with mail that only says it is ours (RFC 7489). @param texts of `_dmarc` at the domain or above it */
export function judgeDmarc(texts: Texts, domain: string): Finding {
  if (texts === null) return unknown;
  const records = texts.filter((text) => /^v=DMARC1(\s*;|$)/i.test(text));
  const [record] = records;
  if (record === undefined) {
    const value = `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`;
    return finding('missing', 'dmarc_missing', null, { name: `_dmarc.${domain}`, type: 'TXT', value });
  }
  const policy = /;\s*p=\s*(none|quarantine|reject)\s*(;|$)/i.exec(record)?.[1]?.toLowerCase();
  if (records.length > 1 || policy === undefined) return finding('wrong', 'dmarc_wrong', records.join('\n'));
  return policy === 'none' ? finding('weak', 'dmarc_observes', record) : finding('ok', 'ok', record);
}

/** The same domain, or one below it. */
const isWithin = (domain: string, above: string): boolean => domain === above || domain.endsWith(`.${above}`);

/** Where a policy for the domain may stand: at it, and at each domain above it but the topmost (RFC 7489 s. 6.6.3, as a tree walk). */
export function dmarcNamesOf(domain: string): string[] {
  const labels = domain.split('.');
  return labels
    .slice(0, Math.max(1, labels.length - 1))
    .map((_, index) => `_dmarc.${labels.slice(index).join('.')}`);
}
