import type { Language } from '@seloste/kernel';
import type { RequestDoor, RequestKind } from '../request-words.js';

/** A request as it comes in, at whatever door. */
export interface NewRequest {
  kind: RequestKind;
  /** Whose it is, where that is known; else it is looked for by `identifier`. */
  contactId: string | null;
  /** An address, a number or a name. */
  identifier: string | null;
  receivedVia: RequestDoor;
  receivedAt: Date;
  /** The person's own, or the company's, when left out. */
  language?: Language | undefined;
  wording: string | null;
  /** Has the person shown that it is theirs, by a link that reached them? */
  isIdentified?: boolean;
  isCanary?: boolean;
}
