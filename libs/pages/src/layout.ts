import { languages, type Language } from '@seloste/kernel';
import { frameWords } from './frame-words.js';
import { Html, html, type Content } from './html.js';
import { style } from './style.js';

/** The company that keeps the register, as its public pages name it. */
export interface ControllerShown {
  name: string;
  businessId: string | null;
  postalAddress: string | null;
  /** Where it may be written to by e-mail; null when this installation sends none. */
  email: string | null;
}

/** Where to write. */
export const contactOf = ({ name, email, postalAddress }: ControllerShown): string =>
  [name, email, postalAddress].filter(Boolean).join(', ');

/** What every public page has. `phrases` are the words of its room. */
export interface PublicPage<Phrases extends { language: Language } = { language: Language }> {
  phrases: Phrases;
  controller: ControllerShown;
  title: string;
  main: Content;
}

const sheet = new Html(`<style>${style}</style>`);

/** A whole document that loads nothing and runs nothing. Its links and forms stay on the page itself. */
export function documentOf({ phrases: { language }, controller, title, main }: PublicPage): string {
  const words = frameWords[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${controller.name}</title>
        ${sheet}
      </head>
      <body>
        <header>
          <strong>${controller.name}</strong>
          <nav aria-label="${words.languageSwitch}">
            ${languages.map((to) => switchTo(to, to === language))}
          </nav>
        </header>
        <main>${main}</main>
        <footer>
          ${[
            controller.name,
            controller.businessId && words.businessId(controller.businessId),
            controller.postalAddress,
          ]
            .filter(Boolean)
            .map((line) => html`<div>${line}</div>`)}
        </footer>
      </body>
    </html>`.text.replace(/\n\s*/g, '\n');
}

const switchTo = (to: Language, isCurrent: boolean): Html =>
  html`<a href="?lang=${to}" lang="${to}" hreflang="${to}" ${isCurrent && new Html('aria-current="true"')}
    >${frameWords[to].languageName}</a
  >`;

/** A form that acts on the page it is on, in the language that it is read in. */
export const form = ({ language }: { language: Language }, content: Content): Html =>
  html`<form method="post" action="?lang=${language}">${content}</form>`;

/** What was done, in words, announced to screen readers. */
export const done = (content: Content): Html => html`<div class="done" role="status">${content}</div>`;
