import type { Channel, Language, Purpose, PurposeClass } from '@seloste/kernel';
import type { Decision } from '../decision.js';
import { english } from './english.js';
import { finnish } from './finnish.js';
import type { Sentences } from './parts.js';
import { swedish } from './swedish.js';
import { channelWords, ownPurpose, purposeWords } from './words.js';

const sentences: Record<Language, Sentences> = { fi: finnish, sv: swedish, en: english };

/** What is spoken of. Name and class are of a purpose of the company's own: without them the purpose is not named. */
export interface Subject {
  channel: Channel;
  purpose: Purpose;
  purposeName?: string | null;
  purposeClass?: PurposeClass;
}

const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const days = new Map<string, Intl.DateTimeFormat>();

/** The day in words of the language; that of a sale and of a notice is a calendar day, kept as midnight UTC. */
function dayOf(
  { since, evidence }: Pick<Decision, 'since' | 'evidence'>,
  language: Language,
  timeZone: string,
): string | null {
  if (since === null) return null;
  const isCalendarDay = evidence?.type === 'sale_reference' || evidence?.type === 'notice_duty';
  const zone = isCalendarDay ? 'UTC' : timeZone;
  const key = `${language} ${zone}`;
  let format = days.get(key);
  if (format === undefined) {
    const month = language === 'en' ? 'long' : 'numeric';
    format = new Intl.DateTimeFormat(locales[language], {
      timeZone: zone,
      day: 'numeric',
      month,
      year: 'numeric',
    });
    days.set(key, format);
  }
  return format.format(since);
}

const isProfiling = ({ purpose, purposeClass }: Subject): boolean =>
  purposeClass === 'profiling' || purpose.startsWith('profiling_');

/** The decision as one sentence that a person may read, in their language. */
export function sentence(
  decision: Pick<Decision, 'code' | 'since' | 'evidence'>,
  subject: Subject,
  { language, timeZone = 'Europe/Helsinki' }: { language: Language; timeZone?: string },
): string {
  const { name, object } =
    purposeWords[language][subject.purpose] ?? ownPurpose[language](subject.purposeName ?? null);
  return sentences[language][decision.code]({
    channel: subject.channel,
    name,
    object,
    by: isProfiling(subject) ? '' : ` ${channelWords[language][subject.channel]}`,
    day: dayOf(decision, language, timeZone),
  });
}
