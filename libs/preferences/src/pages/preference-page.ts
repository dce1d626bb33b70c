import { channels, type Channel } from '@seloste/kernel';
import type { SequenceOfPerson } from '@seloste/permissions';
import type { HeldPerson, PurposeShown } from '../held.js';
import { isReachable, standingOf, type Cell, type Standing } from '../standing.js';
import type { Phrases } from '../words/phrases.js';
import { heldSections } from './held-sections.js';
import { html, type Content, type Html } from '@seloste/pages';
import { done, form, type ControllerShown } from '@seloste/pages';
import type { Page } from './page.js';

/** What the preference centre shows. */
export interface Preferences extends Pick<Page, 'phrases' | 'controller'> {
  person: HeldPerson;
  purposes: readonly PurposeShown[];
  sequences: SequenceOfPerson[];
  /** What was just done. */
  result: Result | null;
}

/** What the person did, in words, and whether it put an end to something. */
export interface Result {
  text: string;
  isStop: boolean;
}

/** Every channel and purpose, profiling, what runs by itself, "nothing at all", and what we hold (H12, P9, V5). */
export function preferencePage({
  phrases,
  controller,
  person,
  purposes,
  sequences,
  result,
}: Preferences): Page {
  const texts = phrases.words.preferences;
  return {
    phrases,
    controller,
    title: texts.title,
    main: html`${result && done(resultOf(phrases, controller, result))}
      <h1>${texts.title}</h1>
      <p>${texts.intro(controller.name)}</p>
      <p>${texts.ofPerson(`${person.firstName} ${person.lastName}`.trim())}</p>
      ${person.restricted && html`<p><strong>${texts.restricted}</strong></p>`}
      <h2>${texts.everything}</h2>
      ${
        person.objections.some(({ channel, purpose }) => channel === 'all' && purpose === 'all')
          ? html`<p class="no">✕ ${texts.everythingStopped}</p>`
          : html`<p>${texts.everythingIs}</p>
              ${form(
                phrases,
                html`<button class="main" name="stop" value="all.all">
                  ${phrases.words.act.stopEverything}
                </button>`,
              )}`
      }
      <h2>${texts.messages}</h2>
      <p>${texts.service}</p>
      ${form(
        phrases,
        channels.map((channel) => channelSection(phrases, { person, purposes, channel })),
      )}
      <h2>${texts.profiling}</h2>
      <p>${texts.profilingIs}</p>
      ${form(
        phrases,
        html`<ul>
          ${ofClass(purposes, 'profiling').map((purpose) =>
            row(phrases, { channel: 'all', purpose: purpose.key }, standingOf(person, purpose, 'all'), {
              purpose,
              person,
            }),
          )}
        </ul>`,
      )}
      ${sequences.length > 0 && sequenceSection(phrases, sequences)}
      ${heldSections(phrases, controller, person)}`,
  };
}

const resultOf = ({ words }: Phrases, controller: ControllerShown, { text, isStop }: Result): Html =>
  html`<h2>${words.done.title}</h2>
    <p><strong>${text}</strong></p>
    <p>${isStop && words.done.underWay(controller.name)} ${words.done.changeHere}</p>`;

const ofClass = (purposes: readonly PurposeShown[], kind: PurposeShown['class']): PurposeShown[] =>
  purposes.filter((purpose) => purpose.class === kind);

interface ChannelShown {
  person: HeldPerson;
  purposes: readonly PurposeShown[];
  channel: Channel;
}

function channelSection(phrases: Phrases, { person, purposes, channel }: ChannelShown): Html {
  const standings = ofClass(purposes, 'marketing').map(
    (purpose) => [purpose, standingOf(person, purpose, channel)] as const,
  );
  const whole = { channel, purpose: 'all' };
  const isOpen = standings.some(([, { is }]) => is !== 'objected');
  return html`<h3>${phrases.words.channel[channel]}</h3>
    <ul>
      ${standings.map(([purpose, standing]) => row(phrases, { channel, purpose: purpose.key }, standing, { purpose, person }))}
      ${
        isOpen &&
        html`<li>
          <div><b>${phrases.purpose('all')}</b></div>
          ${stopButton(phrases, whole)}
        </li>`
      }
    </ul>`;
}

interface Shown {
  purpose: PurposeShown;
  person: HeldPerson;
}

function row(phrases: Phrases, cell: Cell, standing: Standing, { purpose, person }: Shown): Html {
  return html`<li>
    <div><b>${phrases.purpose(purpose.key)}</b>${state(phrases, standing, purpose)}</div>
    ${(standing.is !== 'not_asked' || isReachable(person, cell.channel)) && choice(phrases, cell, standing)}
  </li>`;
}

function state(phrases: Phrases, standing: Standing, { switchedOn }: PurposeShown): Html {
  const said = phrases.words.preferences.standing;
  switch (standing.is) {
    case 'objected': {
      const day = phrases.day(standing.since);
      const text = standing.by === 'company' ? said.objectedByCompany(day) : said.objected(day);
      return html`<small class="no">✕ ${text}</small>`;
    }
    case 'consented':
      return html`<small>✓ ${said.consented(phrases.day(standing.since))}</small>`;
    case 'unconfirmed':
      return html`<small>${said.unconfirmed}</small>`;
    default:
      if (!switchedOn) return html`<small>${said.off}</small>`;
      return html`<small>${standing.is === 'not_asked' ? said.notAsked : said.notObjected}</small>`;
  }
}

function choice(phrases: Phrases, cell: Cell, standing: Standing): Content {
  const { act } = phrases.words;
  switch (standing.is) {
    case 'objected':
      return standing.by === 'person' && askButton(phrases, cell, act.allow);
    case 'not_asked':
      return askButton(phrases, cell, act.give);
    default:
      return stopButton(phrases, cell);
  }
}

const keyOf = ({ channel, purpose }: Cell): string => `${channel}.${purpose}`;

const stopButton = (phrases: Phrases, cell: Cell): Html =>
  html`<button name="stop" value="${keyOf(cell)}" aria-label="${phrases.words.act.stop(phrases.thing(cell))}">
    ${phrases.words.act.stopShort}
  </button>`;

/** A link, because it only asks. */
const askButton = (phrases: Phrases, cell: Cell, label: string): Html =>
  html`<a
    class="button"
    href="?lang=${phrases.language}&amp;again=${keyOf(cell)}"
    aria-label="${label}: ${phrases.thing(cell)}"
    >${label}</a
  >`;

function sequenceSection(phrases: Phrases, sequences: SequenceOfPerson[]): Html {
  const texts = phrases.words.preferences;
  const rows = sequences.map(
    ({ id, name, startedAt, stoppedAt }) =>
      html`<li>
        <div>
          <b>${name}</b
          ><small
            >${
              stoppedAt === null
                ? texts.sequenceRuns(phrases.day(startedAt))
                : texts.sequenceStopped(phrases.day(stoppedAt))
            }</small
          >
        </div>
        ${
          stoppedAt === null &&
          html`<button name="end" value="${id}" aria-label="${texts.stopSequence(name)}">
            ${phrases.words.act.stopShort}
          </button>`
        }
      </li>`,
  );
  return html`<h2>${texts.sequences}</h2>
    ${form(
      phrases,
      html`<ul>
        ${rows}
      </ul>`,
    )}`;
}
