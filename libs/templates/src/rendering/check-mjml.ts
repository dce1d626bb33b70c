import type { FieldError } from '@seloste/kernel';
import { Parser } from 'htmlparser2';
import { badAddress, fieldInLink } from './blocks.js';
import { isLinkAddress } from './content.js';
import { areSoundDeclarations, isSoundSheet, isSoundStyle, isSoundValue } from './check-style.js';
import type { Marks } from './parts.js';

const elements = new Set(
  `mjml mj-head mj-attributes mj-all mj-class mj-title mj-preview mj-style mj-breakpoint mj-body mj-section mj-wrapper
   mj-group mj-column mj-text mj-button mj-divider mj-spacer mj-table p br b strong i em u s a span div ul ol li h1 h2 h3
   h4 table thead tbody tr td th sup sub blockquote hr small`.split(/\s+/),
);

/** Attributes that would fetch something, or run it. */
const refusedAttribute =
  /^(on.*|src|srcset|background|background-url|action|poster|data|inline|path|xlink:href)$/i;

/** Attributes that say what something is, not what it looks like. */
const plainAttribute =
  /^(lang|dir|class|css-class|mj-class|name|id|title|role|rel|target|colspan|rowspan|start|type|full-width|direction)$/;

/** Of MJML, in the same values as styles: they end up in one. */
const layoutAttribute =
  /^(align|valign|container-background-color|inner-background-color|inner-padding|inner-border|inner-border-radius|cellpadding|cellspacing|table-layout|padding-(start|end))$/;

/** What may be said of all sections, columns or texts at once: the foot has a word of its own on each of these. */
export const sharedAttributes = [
  ...[
    'font-family',
    'font-size',
    'font-style',
    'font-weight',
    'line-height',
    'letter-spacing',
    'color',
    'align',
  ],
  ...['text-align', 'text-decoration', 'text-transform', 'background-color', 'container-background-color'],
  ...['border', 'border-radius', 'padding'],
] as const;
const isShared = (key: string): boolean => sharedAttributes.some((shared) => shared === key);

/** All that a body may say: the foot stands in it. */
const bodyAttribute: Record<string, RegExp> = {
  'background-color': /^[#\w(),.% ]+$/,
  width: /^[3-9]\d\dpx$/,
  lang: /^[\w-]*$/,
};

/** Where our own parts go in: offsets in the source. */
export interface MjmlPlaces {
  /** After `<mjml`. */
  root: number;
  saysLanguage: boolean;
  /** After `<mj-head>`, or after `<mjml …>` where there is no head. */
  head: number;
  hasHead: boolean;
  /** Before `</mj-body>`. */
  bodyEnd: number;
}

/** Where a text stands, and where what is wrong with it is noted. */
interface Place {
  field: string;
  marks: Marks;
  problems: FieldError[];
}

/**
 * MJML by hand holds layout, text and links: nothing that is fetched when the message is opened, nothing hidden
 * (no tracking; 917/2014 s. 203). @returns null where the foot cannot be put in
 */
export function placesIn(mjml: string, place: Place): MjmlPlaces | null {
  const tags = { roots: [] as MjmlPlaces[], heads: [] as number[], bodyEnds: [] as number[] };
  const refuse = (code: string, message: string) =>
    place.problems.push({ field: place.field, code, message });
  const within: string[] = [];
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        within.push(name);
        if (!elements.has(name)) refuse('mjml_element', 'holds an element that messages may not have');
        for (const [key, value] of Object.entries(attributes))
          checkAttribute(key, value, { ...place, element: name, parent: within.at(-2) });
        const [root, head] = [parser.startIndex + '<mjml'.length, parser.endIndex + 1];
        const saysLanguage = 'lang' in attributes;
        if (name === 'mjml') tags.roots.push({ root, saysLanguage, head, hasHead: false, bodyEnd: 0 });
        if (name === 'mj-head') tags.heads.push(head);
      },
      onclosetag: (name) => {
        within.pop();
        if (name === 'mj-body') tags.bodyEnds.push(parser.startIndex);
      },
      ontext: (text) => {
        if (within.at(-1) === 'mj-style' && (!isSoundSheet(text) || place.marks.isIn(text)))
          refuse(
            'mjml_style',
            'has a style that may not be, that reaches what it does not belong to, or that a value writes',
          );
      },
      oncomment: () => refuse('mjml_element', 'must not hold comments'),
      oncdatastart: () => refuse('mjml_element', 'must not hold CDATA'),
      onprocessinginstruction: () => refuse('mjml_element', 'must not hold instructions'),
    },
    { xmlMode: true },
  );
  parser.end(mjml);
  const { roots, heads, bodyEnds } = tags;
  const [[root], [head], [bodyEnd = -1]] = [roots, heads, bodyEnds];
  const isWhole = roots.length === 1 && heads.length < 2 && bodyEnds.length === 1;
  if (root && isWhole && mjml.startsWith('</mj-body', bodyEnd) && mjml.at((head ?? 0) - 2) !== '/')
    return { ...root, head: head ?? root.head, hasHead: head !== undefined, bodyEnd };
  refuse('mjml_invalid', 'must be one <mjml> with one <mj-body>');
  return null;
}

interface AttributePlace extends Place {
  element: string;
  parent: string | undefined;
}

function checkAttribute(
  key: string,
  value: string,
  { field, marks, problems, ...where }: AttributePlace,
): void {
  if (key !== 'href' && (refusedAttribute.test(key) || !isSoundAttribute(key, value, where)))
    problems.push({
      field,
      code: 'mjml_attribute',
      message: 'has an attribute that may not be there, or that fetches or hides something',
    });
  else if (marks.isIn(value)) problems.push(fieldInLink(field));
  else if (key === 'href' && !isLinkAddress(value)) problems.push(badAddress(field));
}

function isSoundAttribute(
  key: string,
  value: string,
  { element, parent }: Pick<AttributePlace, 'element' | 'parent'>,
): boolean {
  if (element === 'mj-body') return bodyAttribute[key]?.test(value) ?? false;
  if (parent === 'mj-attributes' && element !== 'mj-class' && !isShared(key)) return false;
  if (key === 'style') return areSoundDeclarations(value);
  if (/class$/.test(key) && /(^|\s)foot(\s|$)/.test(value)) return false;
  if (plainAttribute.test(key)) return true;
  if (layoutAttribute.test(key)) return isSoundValue(key, value);
  return isSoundStyle(key, value);
}
