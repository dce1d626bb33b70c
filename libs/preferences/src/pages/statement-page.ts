import { registerTopics, registerWords } from '@seloste/permissions';
import type { PurposeShown } from '../held.js';
import { rightsSection } from './held-sections.js';
import { html } from '@seloste/pages';
import type { Page } from './page.js';

/** What the company uses data for and on which grounds, as it is set up now, and what holds for everybody in the register (GDPR Art. 13, 14). */
export function statementPage(
  { phrases, controller }: Pick<Page, 'phrases' | 'controller'>,
  purposes: readonly PurposeShown[],
): Page {
  const { statement } = phrases.words;
  const inUse = purposes.filter(({ switchedOn }) => switchedOn);
  return {
    phrases,
    controller,
    title: statement.title,
    main: html`<h1>${statement.title}</h1>
      <p>${statement.intro(controller.name)}</p>
      <h2>${statement.purposes}</h2>
      <ul>
        ${inUse.map(
          ({ key, basis }) =>
            html`<li>
              <div>
                <b>${phrases.purpose(key)}</b
                ><small>${basis && `${statement.basis}: ${statement.bases[basis]}`}</small>
              </div>
            </li>`,
        )}
      </ul>
      ${registerTopics
        .map((topic) => registerWords[phrases.language][topic])
        .map(
          ({ heading, text }) =>
            html`<h2>${heading}</h2>
              <p>${text}</p>`,
        )}
      <h2>${statement.own}</h2>
      <p>${statement.ownIs}</p>
      ${rightsSection(phrases, controller)}`,
  };
}
