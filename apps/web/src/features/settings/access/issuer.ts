import type { OidcKind } from '../../../api/model.js';

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The issuer of a provider: of Microsoft's from what was pasted, a tenant id or any address with one in it. */
export function issuerOf(kind: OidcKind, typed: string): string {
  const text = typed.trim();
  if (kind === 'google') return 'https://accounts.google.com';
  if (kind === 'other') return text;
  if (text.startsWith('https://') && /\/v2\.0$/.test(text)) return text;
  const tenant = guid.exec(text)?.[0];
  return tenant ? `https://login.microsoftonline.com/${tenant.toLowerCase()}/v2.0` : text;
}

/** The domains in a text, parted by spaces, commas or lines; without an @ before them. */
export const domainsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((domain) => domain.replace(/^.*@/, '').toLowerCase())
      .filter((domain) => domain !== ''),
  ),
];

/** A random UUID; `crypto.randomUUID` is not there on a page without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
