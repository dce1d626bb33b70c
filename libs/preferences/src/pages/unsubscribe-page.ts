import { html, type Content } from '@seloste/pages';
import { done, form } from '@seloste/pages';
import type { Page } from './page.js';
import type { Cell, Standing } from '../standing.js';
import { masked } from '../masked.js';
import type { HeldPerson } from '../held.js';

/** What the page of a message's link knows. */
export interface Unsubscribing extends Pick<Page, 'phrases' | 'controller'> {
  person: HeldPerson;
  /** What pressing the button stops. */
  cell: Cell;
  /** Why the message came: its purpose in words, that it was service, or nothing that we know of. */
  about: 'marketing' | 'service' | 'unknown';
  standing: Standing | null;
  /** Absolute or relative, in the language of the page. */
  preferences: string;
}

/** What may be stopped, and nothing that has happened. */
export function unsubscribePage(page: Unsubscribing): Page {
  const { phrases, controller, person, cell, about, standing, preferences } = page;
  const { words } = phrases;
  const texts = words.unsubscribe;
  const intro = {
    marketing: texts.intro(controller.name, phrases.thing(cell)),
    service: texts.introOfService(controller.name),
    unknown: texts.introOfPlainLink(controller.name),
  };
  const [address] = person.emails;
  const stopped = standing?.is === 'objected' ? standing : null;
  return {
    phrases,
    controller,
    title: texts.title,
    main: html`<h1>${texts.title}</h1>
      <p>${intro[about]}</p>
      ${address && html`<p>${texts.sentTo(masked(address))}</p>`}
      ${
        stopped?.by === 'company' &&
        html`<p>${words.preferences.standing.objectedByCompany(phrases.day(stopped.since))}</p>`
      }
      ${
        stopped?.by === 'person'
          ? html`<p><strong>${texts.already(phrases.thing(cell), phrases.day(stopped.since))}</strong></p>`
          : html`<p>${texts.untouched}</p>
              ${form(phrases, mainButton('this', words.act.stop(phrases.thing(cell))))}`
      }
      <h2>${words.preferences.everything}</h2>
      <p>${texts.orEverything}</p>
      ${form(phrases, html`<button name="stop" value="everything">${words.act.stopEverything}</button>`)}
      <p><a href="${preferences}">${texts.inDetail}</a></p>`,
  };
}

const mainButton = (value: string, label: string): Content =>
  html`<button class="main" name="stop" value="${value}">${label}</button>`;

/** What was stopped, what else may be, and how to change one's mind. */
export function unsubscribedPage(page: Unsubscribing & { stopped: 'this' | 'everything' }): Page {
  const { phrases, controller, cell, stopped, preferences } = page;
  const { words } = phrases;
  const isEverything = stopped === 'everything';
  return {
    phrases,
    controller,
    title: words.done.title,
    main: html`${done(
        html`<h1>${words.done.title}</h1>
          <p>
            <strong
              >${isEverything ? words.done.stoppedEverything : words.done.stopped(phrases.thing(cell))}</strong
            >
          </p>
          <p>${words.done.underWay(controller.name)}</p>`,
      )}
      <p>${words.done.changeThere} <a href="${preferences}">${words.done.toPreferences}</a></p>
      ${
        !isEverything &&
        html`<p>${words.unsubscribe.orEverything}</p>
          ${form(phrases, html`<button name="stop" value="everything">${words.act.stopEverything}</button>`)}`
      }`,
  };
}
