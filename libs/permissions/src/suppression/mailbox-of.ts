import { domainToASCII } from 'node:url';
import { normaliseEmail } from '@seloste/kernel';
import normalizeEmail from 'validator/lib/normalizeEmail.js';

/** As the library does it, but for Yahoo: what follows a hyphen there may as well be a part of a name. */
const rules = { yahoo_remove_subaddress: false };

/** Names of one provider whose mailboxes are the same under each of them. */
const otherNames: Record<string, string> = {
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'protonmail.com': 'proton.me',
  'protonmail.ch': 'proton.me',
  'pm.me': 'proton.me',
};

/** Providers that the library does not know, where `name+anything` is `name`. */
const withTags =
  /^(proton\.me|icloud\.com|fastmail\.(com|fm)|(hotmail|live|outlook)\.[a-z]{2,3}(\.[a-z]{2})?)$/;

/**
 * The mailbox that an e-mail address reaches, by its provider's rules: equal for all spellings of one address. Case,
 * the dots and tags that providers ignore, and the two ways to write a domain with letters such as ä make no difference.
 * @param address as somebody wrote it; what is none comes back trimmed and in lower case
 */
export function mailboxOf(address: string): string {
  const normalised = normaliseEmail(address);
  const at = normalised.lastIndexOf('@');
  const domain = domainToASCII(normalised.slice(at + 1));
  if (at < 1 || domain === '') return normalised;
  const written = `${normalised.slice(0, at)}@${otherNames[domain] ?? domain}`;
  const known = normalizeEmail.default(written, rules) || written;
  const [local = '', provider = ''] = [
    known.slice(0, known.lastIndexOf('@')),
    known.slice(known.lastIndexOf('@') + 1),
  ];
  const name = withTags.test(provider) ? local.replace(/(?<=.)\+.*$/, '') : local;
  return `${provider === 'proton.me' ? name.replace(/(?<=.)[._-](?=.)/g, '') : name}@${provider}`;
}
