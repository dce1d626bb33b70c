import type { Language } from '@seloste/kernel';
import type { Catalogue } from './catalogue.js';
import { en } from './en.js';
import { fi } from './fi.js';
import { render, type Letter, type RenderedLetter } from './letter.js';
import type { CataloguedLetter, Frame, LetterTemplate, LetterValues } from './letter-values.js';
import { sv } from './sv.js';

export const catalogues: Record<Language, Catalogue> = { fi, sv, en };

/** How each language writes dates. */
const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Who writes, and in which time zone. */
export interface Writer {
  company: string;
  /** IANA name. */
  timeZone: string;
}

/** The letter of a template, in the reader's language. */
export function writeLetter<Template extends LetterTemplate>(
  template: Template,
  values: LetterValues[Template],
  { company, timeZone }: Writer,
  language: Language,
): RenderedLetter {
  if (isWhole(template, values)) return values;
  if (isOwnWords(template, values))
    return render({ subject: values.subject, body: values.body.split(/\n{2,}/) }, language);
  const { letters, footer } = catalogues[language];
  const catalogued = template as CataloguedLetter;
  const write = letters[catalogued] as (values: LetterValues[Template], frame: Frame) => Letter;
  const { subject, body } = write(values, frameOf(company, timeZone, language));
  return render({ subject, body: [...body, footer(company)] }, language);
}

const isWhole = (template: LetterTemplate, _values: object): _values is RenderedLetter =>
  template === 'mailing_test';

const isOwnWords = (template: LetterTemplate, _values: object): _values is LetterValues['written_letter'] =>
  template === 'written_letter';

function frameOf(company: string, timeZone: string, language: Language): Frame {
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone });
  const moment = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return {
    company,
    day: (instant) => day.format(new Date(instant)),
    moment: (instant) => moment.format(new Date(instant)),
  };
}
