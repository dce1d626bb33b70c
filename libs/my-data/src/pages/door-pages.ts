import { form, html, type Html } from '@seloste/pages';
import { page, wordsOf, type Frame } from './frame.js';

/** Asks for an address. @param said what is to be said first, announced to screen readers */
export function askPage(frame: Frame, said: string | null = null): string {
  const words = wordsOf(frame);
  return page(
    frame,
    words.title,
    html`${said !== null && html`<div class="done" role="status">${said}</div>`}
      <p>${words.ask.intro(frame.controller.name)}</p>
      ${form(
        frame.phrases,
        html`<label for="email">${words.ask.address}</label>
          <input id="email" name="email" type="email" autocomplete="email" required maxlength="254" />
          <button class="main">${words.ask.send}</button>`,
      )}`,
  );
}

/** The same for everybody, whoever is known. */
export const sentPage = (frame: Frame): string =>
  page(frame, wordsOf(frame).ask.sent, html`<p>${wordsOf(frame).ask.sentText}</p>`);

interface Press {
  title: string;
  text: string;
  button: string;
}

/** A link was opened; only a press acts. */
export const pressPage = (frame: Frame, { title, text, button }: Press): string =>
  page(
    frame,
    title,
    html`<p>${text}</p>
      ${pressed(frame, button)}`,
  );

const pressed = (frame: Frame, button: string): Html =>
  form(frame.phrases, html`<button class="main" name="press" value="yes">${button}</button>`);

/** A link that opens nothing, whatever the reason. */
export function overPage(frame: Frame): string {
  const { over } = wordsOf(frame);
  const again = html`<a class="button" href="/my-data?lang=${frame.phrases.language}">${over.again}</a>`;
  return page(
    frame,
    over.title,
    html`<p>${over.text}</p>
      <p>${again}</p>`,
  );
}

/** What was said, in a page of its own. */
export const saidPage = (frame: Frame, title: string, text: string): string =>
  page(frame, title, html`<p role="status">${text}</p>`);
