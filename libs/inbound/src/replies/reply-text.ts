import { headerOf, type Letter } from '../mailbox/letter.js';

/** Where the message that is answered begins, as mail programs of the three languages write it. */
const quotedFrom = [
  /^>.*$/m,
  // Outlook: From, Sent, To, Subject
  /^[\s*_-]*(lähettäjä|från|from)\s*:.*\r?\n\s*\*?(lähetetty|päivämäärä|pvm|vastaanottaja|skickat|datum|till|sent|date|to)\s*:/im,
  /^[\s_-]*-{2,}\s*(alkuperäinen viesti|alkuperäinen sähköposti|ursprungligt meddelande|original message|välitetty viesti|vidarebefordrat meddelande|forwarded message)/im,
  // Apple Mail, Gmail, Thunderbird: when somebody wrote
  /^(den|on|the|ma|ti|ke|to|pe|la|su)\b[^\n]{5,200}(\n[^\n]{0,200})?(kirjoitti|skrev|wrote)\b[^\n]{0,200}:\s*$/im,
];

/** The same, with the address of who wrote. Looked for in single lines of a bounded length: it is slow in long ones. */
const whoWrote = /@[^\s<>@]+>?.{0,80}(kirjoitti|skrev|wrote).{0,80}:$/i;
const longestLine = 500;

/** What programs add by themselves. */
const addedByPrograms =
  /^\s*(lähetetty|skickat från|skickades från|sent from|sent via|hanki outlook|hämta outlook|get outlook|sain yahoo)\b.*$/gim;

const signature = /^--\s*$[\s\S]*/m;

/** What somebody wrote in answer: without what they quoted, their signature, and what their mail program added. */
export async function ownWordsIn(letter: Letter): Promise<string> {
  const { default: EmailReplyParser } = await import('email-reply-parser');
  const text = tidied((letter.text ?? '').slice(0, 20_000));
  const ends = [whoWroteIn(text), ...quotedFrom.map((from) => text.search(from))].filter((at) => at >= 0);
  const unquoted = text.slice(0, Math.min(text.length, ...ends));
  return new EmailReplyParser()
    .parseReply(unquoted)
    .replace(signature, '')
    .replace(addedByPrograms, '')
    .trim();
}

/** One empty line at most between others, none with blanks at its end: thousands of them keep the expressions busy for seconds. */
const tidied = (text: string): string =>
  text
    .split(/\r\n|[\n\v\f\r\u2028\u2029]/)
    .map((line) => line.trimEnd())
    .filter((line, n, lines) => line !== '' || lines[n - 1] !== '')
    .join('\n');

/** Where the first line begins that says who wrote; -1 where none does. */
function whoWroteIn(text: string): number {
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.length <= longestLine && whoWrote.test(line)) return at;
    at += line.length + 1;
  }
  return -1;
}

/** Written by nobody: an automatic reply, a list's mail (RFC 3834). */
export function isAutomatic(letter: Letter): boolean {
  const submitted = headerOf(letter, 'auto-submitted').toLowerCase();
  return (
    (submitted !== '' && submitted !== 'no') ||
    /^(auto_reply|bulk|junk|list)\b/i.test(headerOf(letter, 'precedence')) ||
    ['x-autoreply', 'x-autorespond', 'list-id'].some((name) => headerOf(letter, name) !== '')
  );
}
