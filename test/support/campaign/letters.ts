import type { MailServer } from '@seloste/testing';
import { addressesOf } from '../../../libs/testing/src/mail-server.js';
import { mailboxOf } from './reckoning.js';

/** One letter that reached a mail server, as its reader's mail program sees it. */
export interface Letter {
  mailbox: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Paths of the public pages. */
  unsubscribe: string;
  /** `List-Unsubscribe-Post`, as it stands. */
  oneClick: string;
}

type Parsed = MailServer['received'][number]['mail'];

/** An address in List-Unsubscribe that is opened by https or, in tests, http. */
const linkIn = (headers: string): string => /<(https?:[^>]+)>/.exec(headers)?.[1] ?? '';

function letterOf(mail: Parsed, raw: string): Letter {
  const [to = ''] = addressesOf(mail);
  const unfolded = raw.split('\r\n\r\n')[0]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
  return {
    mailbox: mailboxOf(to),
    to,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    messageId: mail.messageId ?? '',
    unsubscribe: new URL(linkIn(header('List-Unsubscribe')), 'http://nowhere.example').pathname,
    oneClick: header('List-Unsubscribe-Post'),
  };
}

/** What has come since the last time, the system's own mail aside. */
export function takeLetters(server: MailServer): Letter[] {
  return server.received.splice(0).map(({ mail, raw }) => letterOf(mail, raw));
}
