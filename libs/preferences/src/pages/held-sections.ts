import type { HeldPerson } from '../held.js';
import { masked } from '../masked.js';
import type { Phrases } from '../words/phrases.js';
import { html, type Html } from '@seloste/pages';
import { contactOf, type ControllerShown } from '@seloste/pages';

/** What we hold, from where, until when, and the way to one's rights (GDPR Art. 12–15, 21; G7). */
export function heldSections(phrases: Phrases, controller: ControllerShown, person: HeldPerson): Html {
  const { held } = phrases.words;
  return html`<h2>${held.title}</h2>
    <p>${held.intro}</p>
    <dl>
      ${values(phrases, person).map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <h2>${held.sources}</h2>
    <ul>
      ${person.sources.map(
        ({ kind, what, on }) =>
          html`<li>
            <div>
              <b>${held.source[kind]}</b
              >${what !== null && showsWhat.has(kind) && html`<small>${what}</small>`}
            </div>
            <span>${phrases.day(on)}</span>
          </li>`,
      )}
    </ul>
    <h2>${held.until}</h2>
    <p>${until(phrases, person)}</p>
    ${rightsSection(phrases, controller)}
    <p><a href="/privacy?lang=${phrases.language}">${held.statement}</a></p>`;
}

/** What one may ask for, of whom, and where to complain. */
export const rightsSection = ({ words: { held } }: Phrases, controller: ControllerShown): Html =>
  html`<h2>${held.rights}</h2>
    <p>${held.rightsAre}</p>
    <p>${held.contact(contactOf(controller))}</p>
    <p>${held.complaint} <a href="${held.authority.url}">${held.authority.name}</a></p>`;

/** Kinds whose detail names a place or an occasion, not somebody else. */
const showsWhat: ReadonlySet<string> = new Set([
  'company',
  'website',
  'public_register',
  'bought_list',
  'event',
  'form',
  'other',
]);

function values({ words: { held } }: Phrases, person: HeldPerson): [term: string, value: string][] {
  const { title, area, department, company, language } = person;
  const all: [string, string | number][] = [
    [held.name, `${person.firstName} ${person.lastName}`.trim()],
    [held.work, [title, area, department, company].filter(Boolean).join(', ')],
    [held.emails, person.emails.map(masked).join(', ')],
    [held.phones, person.phones.map(masked).join(', ')],
    [held.language, language ? held.languages[language] : ''],
    [held.interests, person.interests.join(', ')],
    [held.authorisations, person.authorisations],
    [held.interactions, person.interactions],
  ];
  return all.flatMap(([term, value]) => (value ? [[term, String(value)]] : []));
}

function until(phrases: Phrases, { retention, hasRelationship }: HeldPerson): string {
  const { dueOn, ground, reviewOn } = retention;
  const { held } = phrases.words;
  return [
    ground === 'customers' && hasRelationship && held.duringRelationship,
    dueOn && held.erasedBy(phrases.day(dueOn)),
    reviewOn && held.reviewedBy(phrases.day(reviewOn)),
  ]
    .filter(Boolean)
    .join(' ');
}
