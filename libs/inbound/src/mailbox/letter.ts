import type { ParsedMail, SimpleParserOptions } from 'mailparser';

/** A letter of the mailbox, with what reports and replies are told by. */
export type Letter = ParsedMail;

const options: SimpleParserOptions & { source?: undefined } = {
  keepDeliveryStatus: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  maxHtmlLengthToParse: 500_000,
};

/** Reads a letter, or its headers alone. A message that a report has enclosed counts as an attachment, shown inline or not. */
export async function readLetter(source: Buffer): Promise<Letter> {
  const { simpleParser } = await import('mailparser'); // where no mailbox is read, it takes no memory
  const text = source.toString('latin1').replace(/^(content-disposition:\s*)inline/gim, '$1attachment');
  return simpleParser(Buffer.from(text, 'latin1'), options);
}

/** A header's value as one line; the empty string where it is missing. */
export function headerOf(letter: Letter, name: string): string {
  const line = letter.headerLines.find(({ key }) => key === name.toLowerCase())?.line ?? '';
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n\s+/g, ' ')
    .trim();
}

/** The Message-IDs that a letter answers, without brackets. */
export const answeredIds = ({ inReplyTo, references }: Letter): string[] =>
  idsIn([inReplyTo, references].flat().join(' '));

/** Every Message-ID in a text, without brackets. */
export const idsIn = (text: string): string[] =>
  [...text.matchAll(/<([^<>\s]+)>/g)].map(([, id]) => id ?? '');

/** Whom it is addressed to, in lower case: by its own word and by that of the servers it came through. */
export function recipientsOf(letter: Letter): string[] {
  const named = [letter.to, letter.cc].flatMap((field) => field ?? []).flatMap(({ value }) => value);
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].map((name) => headerOf(letter, name));
  return [...named.map(({ address }) => address ?? ''), ...delivered]
    .map((address) => address.replace(/[<>\s]/g, '').toLowerCase())
    .filter((address) => address !== '');
}
