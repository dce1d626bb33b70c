import type { FieldError } from '@seloste/kernel';
import MarkdownIt from 'markdown-it';
import { isLinkAddress, type ContentBlock } from './content.js';
import { escapeHtml, type Marks } from './parts.js';

const markdown = new MarkdownIt('zero', { html: false, breaks: true, xhtmlOut: true });
markdown.enable(['emphasis', 'link', 'autolink', 'newline', 'list', 'escape', 'entity']);
markdown.validateLink = isLinkAddress;

const plain = new MarkdownIt('zero', { html: false, breaks: true, xhtmlOut: true, linkify: true });
plain.enable(['newline', 'linkify']);
plain.validateLink = isLinkAddress;
// `Oy.Ab` is no address.
plain.linkify.set({ fuzzyLink: false });

/** Where a text stands, and where what is wrong with it is noted. */
interface Place {
  field: string;
  marks: Marks;
  problems: FieldError[];
}

const sheetOf = (columns: string): string =>
  `<mj-section css-class="sheet" background-color="#ffffff" padding="16px 0"><mj-column>${columns}</mj-column></mj-section>`;

/** Words as they are, as an MJML section: lines and paragraphs are kept, and addresses are links. */
export function letterOf(text: string, { field, marks, problems }: Place): string {
  const html = plain.render(marks.fieldsOf(text, field, problems));
  if (linksOf(html).some((url) => marks.isIn(url))) problems.push(fieldInLink(field));
  return sheetOf(`<mj-text css-class="ink" padding="4px 24px">${html}</mj-text>`);
}

/** Blocks as MJML sections. @param field where the list stands, for `problems` */
export function sectionsOf(blocks: readonly ContentBlock[], { field, marks, problems }: Place): string {
  const columns = blocks.map((block, index) => {
    const at = `${field}.${index}`;
    if (block.type === 'divider')
      return '<mj-divider border-width="1px" border-color="#d4d4d8" padding="12px 24px" />';
    if (!block.text) {
      problems.push({ field: `${at}.text`, code: 'required', message: 'must have a text' });
      return '';
    }
    const text = marks.fieldsOf(block.text, `${at}.text`, problems);
    if (block.type === 'heading')
      return `<mj-text css-class="ink" font-size="22px" line-height="28px" padding="12px 24px 4px"><h1 style="margin:0;font-size:22px;line-height:28px;font-weight:600">${escapeHtml(text)}</h1></mj-text>`;
    if (block.type === 'button')
      return buttonOf({ text, url: block.url ?? '' }, `${at}.url`, { marks, problems });
    const html = markdown.render(text);
    if (linksOf(html).some((url) => marks.isIn(url))) problems.push(fieldInLink(`${at}.text`));
    return `<mj-text css-class="ink" padding="4px 24px">${html}</mj-text>`;
  });
  return sheetOf(columns.join(''));
}

function buttonOf(
  { text, url }: { text: string; url: string },
  field: string,
  { marks, problems }: { marks: Marks; problems: FieldError[] },
): string {
  if (marks.isIn(marks.fieldsOf(url, field, []))) problems.push(fieldInLink(field));
  else if (!isLinkAddress(url)) problems.push(badAddress(field));
  return `<mj-button href="${escapeHtml(url)}" background-color="#1f5c49" color="#ffffff" align="left" border-radius="6px" font-size="16px" font-weight="600" inner-padding="12px 20px" padding="12px 24px">${escapeHtml(text)}</mj-button>`;
}

const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url);

/** A link that names its reader tells everybody on the way who they are, and is one to follow them by. */
export const fieldInLink = (field: string): FieldError => ({
  field,
  code: 'merge_field_in_link',
  message: 'must not hold a merge field: addresses of links hold nothing about people',
});

export const badAddress = (field: string): FieldError => ({
  field,
  code: 'link_address',
  message: 'must be an address that begins with https://, http://, mailto: or tel:',
});
