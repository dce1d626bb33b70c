import type { Language, LegalBasis, SourceKind } from '@seloste/kernel';
import { purposeWords } from '../decision/sentences/words.js';
import { noticeWords, type NoticeWords } from './notice-words.js';

/** Who keeps the register. */
export interface NoticeWriter {
  name: string;
  businessId: string | null;
  postalAddress: string | null;
}

/** What is used, for a person: a purpose that is switched on, with the basis that counts for them. */
export interface NoticePurpose {
  key: string;
  name: Record<Language, string> | null;
  basis: LegalBasis;
}

/** Somebody who is told what is held about them. Days are `YYYY-MM-DD`. */
export interface Told {
  name: string;
  language: Language;
  email: string;
  holds: { company: boolean; work: boolean; phone: boolean; dealings: boolean };
  sources: { kind: SourceKind; what: string | null; on: string }[];
  purposes: NoticePurpose[];
  retentionDueOn: string | null;
  retentionReviewOn: string | null;
}

/** What Article 14(1)–(2) asks for, in the person's language. @param link to their own page */
export function writeNotice(told: Told, writer: NoticeWriter, link: string) {
  const words = noticeWords[told.language];
  return {
    name: told.name,
    controller: controllerLine(writer, words),
    categories: categoriesOf(told, words),
    sources: told.sources.map(({ kind, what, on }) =>
      [words.source[kind], ...(what === null ? [] : [what]), dayIn(words, on)].join(', '),
    ),
    purposes: told.purposes.map((purpose) => purposeLine(purpose, told.language)),
    retention: retentionOf(told, words),
    link,
  };
}

const controllerLine = ({ name, businessId, postalAddress }: NoticeWriter, words: NoticeWords): string =>
  [
    name,
    ...(businessId === null ? [] : [words.businessId(businessId)]),
    ...(postalAddress ? [postalAddress] : []),
  ].join(', ');

function categoriesOf({ holds }: Told, { categories }: NoticeWords): string[] {
  const { company, work, phone, dealings } = holds;
  return [
    categories.name,
    ...(company ? [categories.company] : []),
    ...(work ? [categories.work] : []),
    categories.email,
    ...(phone ? [categories.phone] : []),
    categories.language,
    ...(dealings ? [categories.dealings] : []),
  ];
}

/** A purpose, what it rests on for the person, and what our interest is (Art. 14(1)(c), 14(2)(b)). */
export function purposeLine({ key, name, basis }: NoticePurpose, language: Language): string {
  const words = noticeWords[language];
  const called = name?.[language] ?? purposeWords[language][key]?.name ?? key;
  const interest = basis === 'legitimate_interest' ? words.interest[key] : undefined;
  return `${called}: ${words.basis[basis]}${interest === undefined ? '' : ` (${interest})`}`;
}

function retentionOf({ retentionDueOn, retentionReviewOn }: Told, words: NoticeWords): string {
  if (retentionDueOn !== null) return words.keptUntil(dayIn(words, retentionDueOn));
  return retentionReviewOn === null ? '' : words.keptWhile(dayIn(words, retentionReviewOn));
}

const dayIn = ({ locale }: NoticeWords, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
