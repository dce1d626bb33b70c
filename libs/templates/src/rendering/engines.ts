import type { Engine } from 'mrml';

/**
 * MJML and the way to plain text are loaded when somebody first needs them, so that a process that sends nothing does
 * not carry them.
 */
let engine: Promise<Engine> | undefined;

async function loadEngine(): Promise<Engine> {
  const { Engine } = await import('mrml');
  const made = new Engine();
  // No fonts and no icons from other hosts.
  made.setRenderOptions({ disableComments: true, socialIconOrigin: null, fonts: {} });
  return made;
}

/** HTML of a whole MJML document; null when it cannot be read as one. */
export async function toHtml(mjml: string): Promise<string | null> {
  engine ??= loadEngine();
  const result = (await engine).toHtml(mjml);
  return result.type === 'success' ? result.content : null;
}

/** The same message in plain text: links in angle brackets after their words. */
export async function toText(html: string): Promise<string> {
  const { convert } = await import('html-to-text');
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
      { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  });
}
