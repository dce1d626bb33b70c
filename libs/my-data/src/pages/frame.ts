import { documentOf, html, type ControllerShown, type Content } from '@seloste/pages';
import type { Phrases, PurposeShown } from '@seloste/preferences';
import { wordsIn, type Words } from '../words/words.js';

/** What every page here is written from. */
export interface Frame {
  phrases: Phrases;
  controller: ControllerShown;
  purposes: PurposeShown[];
  /** IANA name. */
  timeZone: string;
}

export const wordsOf = ({ phrases }: Frame): Words => wordsIn[phrases.language];

/** A whole document with one heading of the first order. */
export function page({ phrases, controller }: Frame, title: string, rest: Content): string {
  return documentOf({
    phrases,
    controller,
    title,
    main: html`<h1>${title}</h1>
      ${rest}`,
  });
}
