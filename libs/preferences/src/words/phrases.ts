import { calendarDay, type Language } from '@seloste/kernel';
import type { PurposeShown } from '../held.js';
import type { Cell } from '../standing.js';
import { en } from './en.js';
import { fi } from './fi.js';
import { sv } from './sv.js';
import type { Words } from './words.js';

export const wordsIn: Record<Language, Words> = { fi, sv, en };

const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** A page's language: its words, and what is put together from them. */
export class Phrases {
  readonly words: Words;
  private readonly days: Intl.DateTimeFormat;

  constructor(
    readonly language: Language,
    private readonly timeZone: string,
    private readonly purposes: readonly PurposeShown[],
  ) {
    this.words = wordsIn[language];
    this.days = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** Of a calendar day (`YYYY-MM-DD`), or of an instant in the controller's time zone. */
  day(value: string | Date): string {
    const isDay = typeof value === 'string' && value.length === 10;
    const day = isDay ? value : calendarDay(new Date(value), this.timeZone);
    return this.days.format(new Date(`${day}T00:00:00Z`));
  }

  purpose(key: string): string {
    const own = this.purposes.find((purpose) => purpose.key === key)?.names?.[this.language];
    return own ?? this.words.purpose[key] ?? key;
  }

  /** "newsletters by e-mail"; of profiling, which knows no channel, its name. */
  thing({ channel, purpose }: Cell): string {
    const name = inside(this.purpose(purpose));
    const isProfiling = this.purposes.some(({ key, class: kind }) => key === purpose && kind === 'profiling');
    return isProfiling && channel === 'all' ? name : `${name} ${this.words.by[channel]}`;
  }
}

/** A name as it stands inside a sentence; abbreviations keep their capitals. */
const inside = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
