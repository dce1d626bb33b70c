/** What a style may say. Nothing here takes a thing out of sight, out of its place, or cuts it off. */
const properties = new Set(
  `color background background-color opacity font-family font-size font-style font-weight line-height letter-spacing
   text-align text-decoration text-transform vertical-align white-space word-break overflow-wrap display list-style
   list-style-type width min-width max-width height min-height border-collapse border-spacing border-radius`.split(
    /\s+/,
  ),
);
const boxProperty =
  /^(margin|padding)(-(top|right|bottom|left))?$|^border(-(top|right|bottom|left))?(-(color|style|width))?$/;

/** What fetches, runs, beats the styles of others, or pulls over what stands next to it. */
const refusedValue = /url\s*\(|expression\s*\(|javascript:|[\\@<{};]|!|(^|[\s,(])-\s*[.\d]/i;

const isZero = /^0+(?:\.0*)?(?![.\d])/;
const hiding: Record<string, RegExp> = {
  display: /none/i,
  opacity: isZero,
  'font-size': isZero,
  'line-height': isZero,
  width: isZero,
  'max-width': isZero,
};

/** One property with its value: allowed, and hiding nothing. */
export function isSoundStyle(property: string, value: string): boolean {
  const name = property.trim().toLowerCase();
  return (properties.has(name) || boxProperty.test(name)) && isSoundValue(name, value);
}

/** A value that fetches and hides nothing, whether or not its name is that of a style. */
export const isSoundValue = (name: string, value: string): boolean =>
  !refusedValue.test(value) && !hiding[name]?.test(value.trim());

/** The declarations of a `style` attribute, or of a rule. */
export const areSoundDeclarations = (text: string): boolean =>
  text
    .split(';')
    .filter((declaration) => declaration.trim() !== '')
    .every((declaration) => {
      const colon = declaration.indexOf(':');
      return colon > 0 && isSoundStyle(declaration.slice(0, colon), declaration.slice(colon + 1));
    });

/** Classes of our own, and those that MJML gives to everything. */
const ownClass = /\.(foot|ink|ink-quiet|room|sheet|mj-[\w-]*|moz-[\w-]*)(?![\w-])/i;

/** Elements that the foot does not consist of, and that it does not stand in. */
const elsewhere = '(?:p|ul|ol|li|h[1-4]|b|i|em|u|s|th|sup|sub|small|blockquote|hr)';
const classes = String.raw`(?:\.[a-z][\w-]*)`;
const state = '(?::(?:hover|link|visited|active|first-child|last-child))?';
/** A class or an element of the author's, and what is within it: never what comes after it, which the foot does. */
const selector = new RegExp(
  `^(?:${elsewhere}|[a-z][a-z0-9]*(?=\\.))?(?:(?<=[a-z0-9])|(?=\\.))${classes}*${state}(?:(?:\\s*>\\s*|\\s+)(?:[a-z][a-z0-9]*${classes}*|${classes}+)${state})*$`,
  'i',
);

/** The beginning of a media query, a rule, the end of the query, or the room before them. */
const piece = /@media([^{};@]*)\{|([^{}@;]+)\{([^{}]*)\}|(\})|\s+(?=[@}])/y;

/** A style sheet that reaches only what its author wrote, and hides nothing of that. */
export function isSoundSheet(css: string): boolean {
  const text = withoutComments(css).trimEnd();
  let depth = 0;
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const match = piece.exec(text);
    if (!match) return false;
    const [, media, selectors, declarations = '', end] = match;
    if (media !== undefined) depth++;
    else if (end !== undefined) depth--;
    else if (selectors !== undefined && !(areSoundSelectors(selectors) && areSoundDeclarations(declarations)))
      return false;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}

/** What comes of a comment without an end is no style. */
const withoutComments = (css: string): string =>
  css
    .split('/*')
    .map((text, index) => (index === 0 ? text : afterComment(text)))
    .join('');

function afterComment(text: string): string {
  const end = text.indexOf('*/');
  return end < 0 ? '{' : ` ${text.slice(end + 2)}`;
}

const areSoundSelectors = (list: string): boolean =>
  list.split(',').every((one) => selector.test(one.trim()) && !ownClass.test(one));
