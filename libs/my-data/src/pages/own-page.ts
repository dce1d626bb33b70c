import { reasonOf } from '@seloste/retention';
import { rightsSection } from '@seloste/preferences';
import { contactOf, done, form, html, type Content, type Html } from '@seloste/pages';
import type { HeldOnPerson } from '../held-on-person.js';
import { actSections } from './act-sections.js';
import { page, wordsOf, type Frame } from './frame.js';

/** Everything on the person in plain words, and what they may do about it (GDPR Art. 12–22). @param said what was just done */
export function ownPage(frame: Frame, held: HeldOnPerson, said: string | null): string {
  const words = wordsOf(frame);
  const { phrases, controller } = frame;
  return page(
    frame,
    words.title,
    html`${
        said !== null &&
        done(
          html`<h2>${words.done.title}</h2>
            <p><strong>${said}</strong></p>`,
        )
      }
      <p>${words.ofPerson(`${held.firstName} ${held.lastName}`.trim())}</p>
      ${held.restricted && html`<p><strong>${words.restricted}</strong></p>`}
      ${form(phrases, html`<button name="leave" value="yes">${words.leave}</button>`)}
      <h2>${words.who}</h2>
      <p>${contactOf(controller)}</p>
      <p><a href="/privacy?lang=${phrases.language}">${phrases.words.held.statement}</a></p>
      ${heldSection(frame, held)} ${originSections(frame, held)} ${saidSection(frame, held)}
      ${contactsSection(frame, held)} ${othersSections(frame, held)} ${actSections(frame, held)}
      ${rightsSection(phrases, controller)}`,
  );
}

const items = (rows: readonly Content[], none: string): Html =>
  rows.length === 0
    ? html`<p>${none}</p>`
    : html`<ul>
        ${rows.map((row) => html`<li>${row}</li>`)}
      </ul>`;

const line = (main: Content, small: Content, aside: Content = null): Html =>
  html`<div><b>${main}</b>${Boolean(small) && html`<small>${small}</small>`}</div>
    ${Boolean(aside) && html`<span>${aside}</span>`}`;

function heldSection(frame: Frame, held: HeldOnPerson): Html {
  const words = wordsOf(frame);
  const terms = frame.phrases.words.held;
  const { title, area, department, company, language } = held;
  const values: [string, string][] = [
    [terms.name, `${held.firstName} ${held.lastName}`.trim()],
    [terms.work, [title, area, department, company].filter(Boolean).join(', ')],
    [terms.emails, held.emails.join(', ')],
    [terms.phones, held.phones.join(', ')],
    [terms.language, language === null ? '' : terms.languages[language]],
    [terms.interests, held.interests.join(', ')],
    [words.authorisations, held.authorisations.join(', ')],
  ];
  return html`<h2>${words.held}</h2>
    <dl>
      ${values.map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${value || words.none}</dd>`,
      )}
    </dl>`;
}

/** From where, what for, on what basis, until when. */
function originSections(frame: Frame, held: HeldOnPerson): Html {
  const { phrases, purposes } = frame;
  const { held: terms, statement } = phrases.words;
  const used = purposes.filter(({ switchedOn, key }) => switchedOn || key in held.bases);
  return html`<h2>${terms.sources}</h2>
    ${items(
      held.sources.map(({ kind, what, on }) =>
        line(terms.source[kind], kind === 'referral' ? null : what, phrases.day(on)),
      ),
      wordsOf(frame).none,
    )}
    <h2>${wordsOf(frame).purposes}</h2>
    ${items(
      used.map(({ key, basis }) => {
        const own = held.bases[key] ?? basis;
        return line(phrases.purpose(key), own && statement.bases[own]);
      }),
      wordsOf(frame).none,
    )}
    <h2>${terms.until}</h2>
    <p>${reasonOf(held.clock, phrases.language)}</p>`;
}

/** What they said yes and no to, with a way to take a "yes" back that is as easy as giving it (GDPR Art. 7(3)). */
function saidSection(frame: Frame, { consents, objections }: HeldOnPerson): Html {
  const { said } = wordsOf(frame);
  const { phrases } = frame;
  const rows = [
    ...consents.map(
      (consent) =>
        html`${line(said.yes(phrases.thing(consent), phrases.day(consent.since)), [consent.text, !consent.isInForce && ` ${said.unconfirmed}`])}
        ${form(phrases, html`<button name="withdraw" value="${consent.id}" aria-label="${said.withdraw}: ${phrases.thing(consent)}">${said.withdraw}</button>`)}`,
    ),
    ...objections.map((one) => line(said.no(phrases.thing(one), phrases.day(one.since)), null)),
  ];
  return html`<h2>${said.title}</h2>
    ${items(rows, said.nothing)}
    ${form(phrases, html`<button class="main" name="choices" value="yes">${said.choices}</button>`)}`;
}

function contactsSection(frame: Frame, { interactions, interactionCount }: HeldOnPerson): Html {
  const { contacts, interaction, none } = wordsOf(frame);
  const rows = interactions.map(({ type, at, subject, body }) =>
    line([interaction[type], subject !== null && ` – ${subject}`], body, frame.phrases.day(at)),
  );
  return html`<h2>${contacts.title}</h2>
    ${rows.length > 0 && html`<p>${contacts.shown(rows.length, interactionCount)} ${contacts.others}</p>`}
    ${items(rows, none)}`;
}

/** Who has received it, and who has looked. */
function othersSections(frame: Frame, { recipients, looks: seen }: HeldOnPerson): Html {
  const { recipients: given, looks, role } = wordsOf(frame);
  return html`<h2>${given.title}</h2>
    ${items(
      recipients.map(({ recipient, purpose, at }) => line(recipient, purpose, frame.phrases.day(at))),
      given.none,
    )}
    <h2>${looks.title}</h2>
    <p>${looks.intro}</p>
    ${items(
      seen.map((look) => line(`${look.month} · ${role[look.role]}`, null, looks.times(look.count))),
      looks.none,
    )}`;
}
