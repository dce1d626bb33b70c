import type { FieldError, Language, Purpose, PurposeClass } from '@seloste/kernel';
import { letterOf, sectionsOf } from './blocks.js';
import { placesIn } from './check-mjml.js';
import type { MailContent } from './content.js';
import { footOf, noticeOf, type Sender } from './foot.js';
import type { MergeValues, RenderedMail } from './merge-values.js';
import { escapeHtml, joined, Marks, type Part } from './parts.js';
import { toHtml, toText } from './engines.js';

/** What a content is compiled with. */
export interface MailFrame {
  language: Language;
  purpose: Purpose;
  purposeClass: PurposeClass;
  sender: Sender;
  /** Where the content stands in the request, for the problems: `contents.fi.`, or nothing. */
  field: string;
}

export interface CompiledMail {
  render: (values: MergeValues) => RenderedMail;
  /** What keeps the content from being saved or sent. */
  problems: FieldError[];
}

const fonts = `font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"`;

/** Light and dark, and nothing that has to be fetched. */
const styles = `<mj-style>
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  .ink p, .ink ul, .ink ol { margin: 0 0 12px; }
  .ink a { color: #1f5c49; }
  @media (prefers-color-scheme: dark) {
    body, .room { background-color: #18181b !important; }
    .foot, .foot table, .foot td { background: #18181b !important; background-color: #18181b !important; }
    .sheet, .sheet > table { background: #27272a !important; background-color: #27272a !important; }
    .ink div, .ink h1 { color: #f4f4f5 !important; }
    .ink a { color: #93c5fd !important; }
    .ink-quiet div, .ink-quiet a { color: #a1a1aa !important; }
  }
</mj-style>`;
const scheme = `<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>`;

const newHead = (subject: string, preheader: string | null): string => `
  <mj-title>${escapeHtml(subject)}</mj-title>${preheader === null ? '' : `<mj-preview>${escapeHtml(preheader)}</mj-preview>`}
  <mj-attributes><mj-all ${fonts} /><mj-text font-size="16px" line-height="24px" color="#18181b" /></mj-attributes>${scheme}${styles}`;

/**
 * Compiles a content once: MJML to HTML, HTML to plain text, and both into parts that are put together for each reader.
 * With problems it renders what can be rendered.
 */
export function compileMail(content: MailContent, frame: MailFrame): CompiledMail {
  const problems: FieldError[] = [];
  const marks = new Marks();
  const at = (name: string) => `${frame.field}${name}`;
  const subject = marks.fieldsOf(content.subject, at('subject'), problems);
  const preheader = content.preheader && marks.fieldsOf(content.preheader, at('preheader'), problems);
  const mjml = mjmlOf(content, { ...frame, subject, preheader, marks, problems });
  const html = (mjml && toHtml(mjml)) ?? null;
  if (mjml !== null && html === null)
    problems.push({ field: at('mjml'), code: 'mjml_invalid', message: 'is not MJML that can be read' });
  const text = html === null ? '' : toText(html);
  const parts = {
    subject: marks.partsOf(subject),
    html: marks.partsOf(html ?? ''),
    text: marks.partsOf(text),
  };
  return { problems, render: (values) => rendered(parts, values) };
}

function rendered(parts: Record<keyof RenderedMail, Part[]>, values: MergeValues): RenderedMail {
  return {
    subject: joined(parts.subject, values, oneLine),
    html: joined(parts.html, values, escapeHtml),
    text: joined(parts.text, values, oneLine),
  };
}

/** A value never begins a new line: in a subject it would begin a new header. */
const oneLine = (value: string): string => (/\s/.test(value) ? value.replace(/\s+/g, ' ') : value);

interface Marked extends MailFrame {
  subject: string;
  preheader: string | null;
  marks: Marks;
  problems: FieldError[];
}

/** The whole document with our foot in it; null where there is none to make. */
function mjmlOf(content: MailContent, marked: Marked): string | null {
  const { field, subject, preheader, marks, problems, language } = marked;
  const tail = noticeOf(marked) + footOf(marked);
  if (content.mjml === null) {
    const sections =
      content.letter === undefined
        ? sectionsOf(content.blocks ?? [], { field: `${field}blocks`, marks, problems })
        : letterOf(content.letter, { field: `${field}body`, marks, problems });
    return `<mjml lang="${language}"><mj-head>${newHead(subject, preheader)}</mj-head>
      <mj-body css-class="room" background-color="#f4f4f5">${sections}${tail}</mj-body></mjml>`;
  }
  const source = marks.fieldsOf(content.mjml, `${field}mjml`, problems);
  const places = placesIn(source, { field: `${field}mjml`, marks, problems });
  if (places === null) return null;
  const { root, head, bodyEnd } = places;
  const ours = newHead(subject, preheader);
  return [
    source.slice(0, root),
    places.saysLanguage ? '' : ` lang="${language}"`,
    source.slice(root, head),
    places.hasHead ? ours : `<mj-head>${ours}</mj-head>`,
    source.slice(head, bodyEnd),
    tail,
    source.slice(bodyEnd),
  ].join('');
}
