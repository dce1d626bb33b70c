import { convert } from 'html-to-text';
import { Engine } from 'mrml';

/** Made once, when somebody first writes a message. */
let engine: Engine | undefined;

function newEngine(): Engine {
  const made = new Engine();
  // No fonts and no icons from other hosts.
  made.setRenderOptions({ disableComments: true, socialIconOrigin: null, fonts: {} });
  return made;
}

/** HTML of a whole MJML document; null when it cannot be read as one. */
export function toHtml(mjml: string): string | null {
  engine ??= newEngine();
  const result = engine.toHtml(mjml);
  return result.type === 'success' ? result.content : null;
}

/** The same message in plain text: links in angle brackets after their words. */
export function toText(html: string): string {
  const heading = { selector: 'h1', options: { uppercase: false } };
  return convert(html, {
    wordwrap: false,
    baseElements: { selectors: ['div[role=article]'] },
    selectors: [
      heading,
      { ...heading, selector: 'h2' },
      { ...heading, selector: 'h3' },
      { ...heading, selector: 'h4' },
      { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
    ],
  });
}
