import type { Language, Purpose, PurposeClass } from '@seloste/kernel';
import { purposeLine, registerTopics, registerWords } from '@seloste/permissions';
import type { MergeValues } from './merge-values.js';
import { escapeHtml, type Marks } from './parts.js';
import { footTexts } from './texts/index.js';

/** Who writes: the controller, and where its privacy statement is. */
export interface Sender {
  name: string;
  businessId: string | null;
  postalAddress: string | null;
  /** Where it may be written to by e-mail; null when this installation sends none. */
  email: string | null;
  privacyUrl: string;
}

interface Foot {
  language: Language;
  purpose: Purpose;
  purposeClass: PurposeClass;
  sender: Sender;
  marks: Marks;
}

const numerals: Record<Language, (year: string, month: string, day: string) => string> = {
  fi: (year, month, day) => `${+day}.${+month}.${year}`,
  sv: (year, month, day) => `${+day}.${+month}.${year}`,
  en: (year, month, day) => `${+day}/${+month}/${year}`,
};

/** A calendar day, `YYYY-MM-DD`, as the language writes it. */
export function dayIn(language: Language, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return numerals[language](year, month, date);
}

/** The source of a person in words: what was noted, else its kind. */
function sourceIn(
  language: Language,
  values: MergeValues,
  write: (what: string, day: string) => string,
): string {
  const { addressSource: source } = values;
  if (source === null) return '';
  const kind = footTexts[language].sources[source.kind];
  return write(source.what === null ? kind : `${kind}: ${source.what}`, dayIn(language, source.when));
}

const ink = '#52525b';
const room = '#f4f4f5';
const face = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const plain =
  'font-style="normal" font-weight="400" letter-spacing="normal" text-decoration="none" text-transform="none"';

/** A section that says all of itself: what a template says of every section, column and text does not reach it. */
const sectionOf = (padding: string, ...lines: string[]): string =>
  `<mj-section css-class="foot" padding="${padding}" background-color="${room}" border="none" border-radius="0" text-align="left"><mj-column align="left" padding="0" background-color="${room}" border="none" border-radius="0"><mj-text css-class="ink-quiet" font-family="${face}" font-size="12px" line-height="18px" color="${ink}" align="left" padding="4px 24px" container-background-color="${room}" ${plain}>${lines.join('')}</mj-text></mj-column></mj-section>`;

/** A line of its own, in plain text as well. */
const p = (html: string): string =>
  `<div style="margin:0 0 6px;color:${ink};font-size:12px;line-height:18px">${html}</div>`;

const link = (url: string, words: string): string =>
  `<a href="${url}" style="color:${ink};font-size:12px;text-decoration:underline">${escapeHtml(words)}</a>`;

/**
 * What stands under every message and cannot be taken away: who writes and why, where the address is from, and in
 * marketing the way to say no (917/2014 s. 200–203; GDPR Art. 12–14 and 21(4); C8). MJML sections.
 */
export function footOf({ language, purposeClass, sender, marks }: Foot): string {
  const texts = footTexts[language];
  const isService = purposeClass === 'service';
  const because = (values: MergeValues): string =>
    (values.because && texts.because[values.because]) ?? texts.because.otherwise;
  const source = marks.value((values) => sourceIn(language, values, texts.addressSource));
  const identity = [
    `${texts.sender}: ${sender.name}`,
    sender.businessId && `${texts.businessId} ${sender.businessId}`,
    sender.postalAddress,
  ];
  const links = [
    ...(isService
      ? []
      : [
          link(
            marks.value((values) => values.unsubscribeUrl),
            texts.unsubscribe,
          ),
          link(
            marks.value((values) => values.preferencesUrl),
            texts.preferences,
          ),
        ]),
    link(escapeHtml(sender.privacyUrl), texts.privacy),
  ];
  return sectionOf(
    '16px 0 24px',
    p(escapeHtml(isService ? texts.isService : texts.isMarketing)),
    isService ? '' : p(`${marks.value(because)} ${source}`),
    p(escapeHtml(identity.filter(Boolean).join(' · '))),
    p(links.join(' · ')),
  );
}

/**
 * The notice of GDPR Art. 14, for those who have still to be told of us: what this message's own purpose rests on for
 * the reader, and of the register what the privacy statement says of it. MJML sections.
 */
export function noticeOf({ language, purpose, sender, marks }: Foot): string {
  const { notice } = footTexts[language];
  const begin = marks.begin((values) => values.noticeDue);
  const { name, email, postalAddress } = sender;
  const body = [
    `<strong>${escapeHtml(notice.title)}</strong>`,
    escapeHtml(notice.controller(name)),
    marks.value(({ purposes: { [purpose]: used } }) =>
      used ? `${notice.purpose} – ${purposeLine(used, language)}.` : '',
    ),
    marks.value((values) => sourceIn(language, values, notice.source)),
    ...registerTopics
      .map((topic) => registerWords[language][topic])
      .map(({ heading, text }) => `<strong>${escapeHtml(heading)}:</strong> ${escapeHtml(text)}`),
    escapeHtml(notice.rights),
    escapeHtml(notice.contact([name, email, postalAddress].filter(Boolean).join(', '))),
  ];
  return `<mj-raw>${begin}</mj-raw>${sectionOf('8px 0', ...body.map(p))}<mj-raw>${marks.end()}</mj-raw>`;
}
