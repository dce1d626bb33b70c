import type { LinkUrls } from '@seloste/permissions';
import type { MessageContent } from '../message-contents.js';
import type { DecidedMessage } from './due-messages.js';

/** A message with its headers, as it travels or as the mailbox keeps it. */
export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  note: string | null;
  fromName?: string | undefined;
  replyTo?: string | undefined;
}

/** Why a message cannot leave although it may. */
export type LetterFlaw = 'no_opt_out' | 'no_notice';

/**
 * The letter of a message: marketing carries the way to say no in both parts and in its headers (917/2014 s. 200–203;
 * RFC 2369, RFC 8058; C8), and whoever has still to be told of us is told (GDPR Art. 14(3)).
 */
export function letterOf(
  message: DecidedMessage,
  content: MessageContent,
  { links, sender }: { links: LinkUrls; sender: string | null },
): WrittenLetter | LetterFlaw {
  const { subject, text, html, note = null, fromName, replyTo } = content;
  if (
    message.class === 'marketing' &&
    !(text.includes(links.unsubscribe) && html.includes(links.unsubscribe))
  )
    return 'no_opt_out';
  if (message.obligations.includes('notice') && content.carriesNotice !== true) return 'no_notice';
  const headers = message.class === 'marketing' ? marketingHeaders(links.unsubscribe, sender) : {};
  return { subject, text, html, headers, note, fromName, replyTo };
}

function marketingHeaders(unsubscribe: string, sender: string | null): Record<string, string> {
  const token = unsubscribe.split('/').at(-1) ?? '';
  const byMail = sender === null ? [] : [`<mailto:${sender}?subject=unsubscribe%20${token}>`];
  return {
    'List-Unsubscribe': [`<${unsubscribe}>`, ...byMail].join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Precedence: 'bulk',
  };
}
