import { form, html, type Html } from '@seloste/pages';
import { requestKinds, type RequestKind } from '@seloste/requests';
import { correctableFields } from '../correction-proposal.entity.js';
import type { HeldOnPerson } from '../held-on-person.js';
import { wordsOf, type Frame } from './frame.js';

/** Kinds with a form of their own elsewhere on the page. */
const elsewhere: ReadonlySet<RequestKind> = new Set(['rectification']);

/** The person's requests, and the forms for new ones. */
export const actSections = (frame: Frame, held: HeldOnPerson): Html =>
  html`${standing(frame, held)} ${corrections(frame)} ${newRequests(frame)}`;

function standing(frame: Frame, { requests }: HeldOnPerson): Html {
  const { requests: words } = wordsOf(frame);
  const { phrases } = frame;
  const rows = requests.map(
    ({ reference, kind, receivedOn, dueOn, closedAt }) =>
      html`<li>
        <div>
          <b>${reference} · ${words.kind[kind]}</b
          ><small
            >${
              closedAt === null
                ? words.open(phrases.day(receivedOn), phrases.day(dueOn))
                : words.closed(phrases.day(closedAt))
            }</small
          >
        </div>
      </li>`,
  );
  return html`<h2>${words.title}</h2>
    ${
      rows.length === 0
        ? html`<p>${words.none}</p>`
        : html`<ul>
            ${rows}
          </ul>`
    }`;
}

function corrections(frame: Frame): Html {
  const { correct } = wordsOf(frame);
  return html`<h2>${correct.title}</h2>
    <p>${correct.intro}</p>
    ${form(
      frame.phrases,
      html`<label for="correct">${correct.what}</label>
        <select id="correct" name="correct">
          ${correctableFields.map((field) => html`<option value="${field}">${correct.field[field]}</option>`)}
        </select>
        <label for="value">${correct.right}</label>
        <input id="value" name="value" required maxlength="1000" />
        <button class="main">${correct.send}</button>`,
    )}`;
}

function newRequests(frame: Frame): Html {
  const { requests } = wordsOf(frame);
  return html`<h2>${requests.make}</h2>
    <p>${requests.makeIs}</p>
    ${requestKinds.filter((kind) => !elsewhere.has(kind)).map((kind) => requestForm(frame, kind))}`;
}

/** An objection tells the person's situation (GDPR Art. 21(1); H15); other requests need no words. */
function requestForm(frame: Frame, kind: RequestKind): Html {
  const { requests } = wordsOf(frame);
  const isObjection = kind === 'objection';
  const id = `words-${kind}`;
  return html`<details>
    <summary>${requests.kind[kind]}</summary>
    <p>${requests.explains[kind]}${kind === 'erasure' && ` ${requests.eraseNote}`}</p>
    ${form(
      frame.phrases,
      html`<label for="${id}">${isObjection ? requests.situation : requests.more}</label>
        <textarea id="${id}" name="wording" rows="4" maxlength="5000"></textarea>
        <button class="main" name="request" value="${kind}">${requests.send}</button>`,
    )}
  </details>`;
}
