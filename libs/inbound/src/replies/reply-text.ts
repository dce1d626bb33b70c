import { headerOf, type Letter } from '../mailbox/letter.js';

/** Where the message that is answered begins, as mail programs of the three languages write it. */
const quotedFrom = [
  /^>.*$/m,
  // Outlook: From, Sent, To, Subject
  /^[\s*_-]*(lähettäjä|från|from)\s*:.*\r?\n\s*\*?(lähetetty|päivämäärä|pvm|vastaanottaja|skickat|datum|till|sent|date|to)\s*:/im,
  /^[\s_-]*-{2,}\s*(alkuperäinen viesti|alkuperäinen sähköposti|ursprungligt meddelande|original message|välitetty viesti|vidarebefordrat meddelande|forwarded message)/im,
  // Apple Mail, Gmail, Thunderbird: who wrote when
  /^[^\n]{0,200}<?[^\s<>@]+@[^\s<>@]+>?[^\n]{0,80}(kirjoitti|skrev|wrote)[^\n]{0,80}:\s*$/im,
  /^(den|on|the|ma|ti|ke|to|pe|la|su)\b[^\n]{5,200}(\n[^\n]{0,200})?(kirjoitti|skrev|wrote)\b[^\n]{0,200}:\s*$/im,
];

/** What programs add by themselves. */
const addedByPrograms =
  /^\s*(lähetetty|skickat från|skickades från|sent from|sent via|hanki outlook|hämta outlook|get outlook|sain yahoo)\b.*$/gim;

const signature = /^--\s*$[\s\S]*/m;

/** What somebody wrote in answer: without what they quoted, their signature, and what their mail program added. */
export async function ownWordsIn(letter: Letter): Promise<string> {
  const { default: EmailReplyParser } = await import('email-reply-parser');
  const text = (letter.text ?? '').replace(/\r\n/g, '\n').slice(0, 20_000);
  const ends = quotedFrom.map((from) => text.search(from)).filter((at) => at >= 0);
  const unquoted = text.slice(0, Math.min(text.length, ...ends));
  return new EmailReplyParser()
    .parseReply(unquoted)
    .replace(signature, '')
    .replace(addedByPrograms, '')
    .trim();
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
