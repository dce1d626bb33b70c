import type { Channel } from '@seloste/kernel';

const hasConsent = (c: string): string => `EXISTS (SELECT FROM consents y WHERE y.contact_id = ${c}.id)`;
const hasBought = (c: string): string =>
  `EXISTS (SELECT FROM sale_references y WHERE y.contact_id = ${c}.id)`;

/**
 * SQL: what everybody meets who may be sent direct marketing by the channel, so that a search for them need not decide
 * on everybody else (917/2014 s. 200); null where that is no less than everybody. `c` names the row of the person.
 */
export function candidatesFor(channel: Channel, c: string): string | null {
  switch (channel) {
    case 'sms':
      return `(${hasConsent(c)} OR ${hasBought(c)})`;
    case 'social':
    case 'chat':
      return hasConsent(c);
    default:
      return null;
  }
}
