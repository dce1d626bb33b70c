import type { FieldError } from '@seloste/kernel';
import { Parser } from 'htmlparser2';
import { badAddress, fieldInLink } from './blocks.js';
import { isLinkAddress } from './content.js';
import type { Marks } from './parts.js';

const elements = new Set(
  `mjml mj-head mj-attributes mj-all mj-class mj-title mj-preview mj-style mj-breakpoint mj-body mj-section mj-wrapper
   mj-group mj-column mj-text mj-button mj-divider mj-spacer mj-table p br b strong i em u s a span div ul ol li h1 h2 h3
   h4 table thead tbody tr td th sup sub blockquote hr small`.split(/\s+/),
);

/** Attributes that would fetch something, or run it. */
const refusedAttribute =
  /^(on.*|src|srcset|background|background-url|action|poster|data|inline|path|xlink:href)$/i;

/** Styles that fetch, and those that hide what has to be seen. */
const refusedStyle =
  /url\s*\(|@import|@font-face|expression\s*\(|display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0|font-size\s*:\s*0|\\/i;

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
        for (const [key, value] of Object.entries(attributes)) checkAttribute(key, value, place);
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
        if (within.at(-1) === 'mj-style' && (refusedStyle.test(text) || place.marks.isIn(text)))
          refuse('mjml_style', 'has a style that fetches or hides something, or one that a value writes');
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

function checkAttribute(key: string, value: string, { field, marks, problems }: Place): void {
  // Any attribute of MJML may end up in a style.
  if (refusedAttribute.test(key) || (key !== 'href' && refusedStyle.test(value)))
    problems.push({
      field,
      code: 'mjml_attribute',
      message: 'has an attribute that fetches or hides something',
    });
  else if (marks.isIn(value)) problems.push(fieldInLink(field));
  else if (key === 'href' && !isLinkAddress(value)) problems.push(badAddress(field));
}
