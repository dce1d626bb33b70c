import { html } from '@seloste/pages';
import { contactOf, done, form } from '@seloste/pages';
import type { Page } from './page.js';
import type { ConsentAsked } from '../held.js';
import type { Cell } from '../standing.js';

type Frame = Pick<Page, 'phrases' | 'controller'>;
type Nobodys = Frame & { isWhole: boolean; link: object | null };

/**
 * For a link that is not whole, that nobody was given, or whose person is no longer in the register: what is known, and
 * no more. It may be somebody's who is still written to.
 */
export function gonePage(frame: Nobodys): Page {
  const [title, ...texts] = goneWords(frame);
  return {
    phrases: frame.phrases,
    controller: frame.controller,
    title,
    main: html`<h1>${title}</h1>
      ${texts.map((text) => html`<p>${text}</p>`)}`,
  };
}

/** The same in one line, for a mail program. */
export function goneLine(frame: Nobodys): string {
  const [title, text, wayOut] = goneWords(frame);
  return `${title}. ${text} ${wayOut}`;
}

function goneWords({
  phrases: { words },
  controller,
  isWhole,
  link,
}: Nobodys): [title: string, text: string, wayOut: string] {
  const { erased, gone, damaged } = words;
  const contact = contactOf(controller);
  if (!isWhole) return [damaged.title, damaged.text, damaged.orWrite(contact)];
  if (link === null) return [gone.title, gone.text(controller.name), gone.ifStill(contact)];
  return [erased.title, erased.text(controller.name), gone.ifStill(contact)];
}

/** Nothing was done, and why. */
export const problemPage = (
  { phrases, controller }: Frame,
  why: 'notUnderstood' | 'tooMany' | 'broken',
): Page => ({
  phrases,
  controller,
  title: phrases.words.problem.title,
  main: html`<h1>${phrases.words.problem.title}</h1>
    <p>${phrases.words.problem[why]}</p>`,
});

/**
 * Asks once more before anything opens. @param wording the consent that it takes; null: no consent is needed
 * @param isAgain they closed it themselves
 */
export function againPage(
  { phrases, controller }: Frame,
  cell: Cell,
  { wording, isAgain }: { wording: string | null; isAgain: boolean },
): Page {
  const { again, act } = phrases.words;
  const title = isAgain ? again.title : act.give;
  return {
    phrases,
    controller,
    title,
    main: html`<h1>${title}</h1>
      <p>${again.question(phrases.thing(cell))} ${again.onlyThis}</p>
      ${
        wording !== null &&
        html`<p>${again.withConsent}</p>
          <blockquote>${wording}</blockquote>`
      }
      ${form(
        phrases,
        html`<button class="main" name="allow" value="${cell.channel}.${cell.purpose}">
          ${wording === null ? again.yes : again.yesToConsent}
        </button>`,
      )}
      <p><a class="button" href="?lang=${phrases.language}">${again.no}</a></p>`,
  };
}

interface Confirming {
  /** The link was sent to an address that is theirs. */
  mayConfirm: boolean;
  isJustConfirmed: boolean;
  preferences: string;
}

/** Double opt-in: what was noted, and the button that makes it count, where the link reached the person. */
export function confirmationPage(
  { phrases, controller }: Frame,
  consent: ConsentAsked,
  { mayConfirm, isJustConfirmed, preferences }: Confirming,
): Page {
  const { confirmation, done: after } = phrases.words;
  const { withdrawnAt, confirmedAt } = consent;
  const quote = html`<blockquote>${consent.text}</blockquote>`;
  const change = html`<p>${after.changeThere} <a href="${preferences}">${after.toPreferences}</a></p>`;
  const asking = !mayConfirm
    ? html`<p>${after.notOpened(controller.name)}</p>`
    : html`<p>${confirmation.intro(controller.name, phrases.day(consent.since))}</p>
        ${quote}
        <p>${confirmation.ifNot}</p>
        ${form(phrases, html`<button class="main" name="confirm" value="yes">${confirmation.yes}</button>`)}`;
  const state =
    withdrawnAt !== null
      ? html`<p>${confirmation.withdrawn(phrases.day(withdrawnAt))}</p>`
      : confirmedAt !== null &&
        html`<p>${confirmation.already(phrases.day(confirmedAt))}</p>
          ${quote}${change}`;
  return {
    phrases,
    controller,
    title: confirmation.title,
    main: isJustConfirmed
      ? html`${done(html`<h1>${confirmation.done}</h1>`)}${quote}${change}`
      : html`<h1>${confirmation.title}</h1>
          ${state || asking}`,
  };
}
