import type { Language } from '@seloste/kernel';
import type { Random } from './random.js';
import { en } from './texts/en.js';
import { fi } from './texts/fi.js';
import type { Phrasebook } from './texts/language.js';
import { sv } from './texts/sv.js';
import { rivals } from './products.js';
import { day, partsOf } from './working-time.js';

export const phrasebooks: Readonly<Record<Language, Phrasebook>> = { fi, sv, en };

/** Who and what a text is about. */
export interface Scene {
  language: Language;
  at: number;
  /** Index into products.ts. */
  product: number;
  first: string;
  other: string;
  me: string;
  town: string;
  townGenitive: string;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function thousands(amount: number, language: Language): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : ' ');
}

function dateAhead(at: number, language: Language): string {
  const { day: dayOfMonth, month } = partsOf(at);
  if (language === 'en') return `${dayOfMonth} ${(en.months[month] ?? '').replace('in ', '')}`;
  return `${dayOfMonth}.${month + 1}${language === 'fi' ? '.' : ''}`;
}

/** {p} {p2} {pg} {P} {P2} {Pg} product; {day} {date} {month} ahead; {price} {m2} {n} {n1} numbers; {first} {other} {me} {meFirst} {town} {townGen} {rival} {company}. */
function slotsOf(random: Random, scene: Scene): Record<string, () => string> {
  const { language, at } = scene;
  const book = phrasebooks[language];
  const [p = '', p2 = p, pg = p2] = book.products[scene.product] ?? [];
  return {
    p: () => p,
    p2: () => p2,
    pg: () => pg,
    P: () => capitalised(p),
    P2: () => capitalised(p2),
    Pg: () => capitalised(pg),
    day: () => random.pick(book.weekdays),
    date: () => dateAhead(at + random.int(4, 21) * day, language),
    month: () => book.months[(partsOf(at).month + random.int(1, 5)) % 12] ?? '',
    price: () => thousands(random.int(38, 640) * 10, language),
    m2: () => thousands(random.int(3, 130) * 50, language),
    n: () => String(random.int(2, 60)),
    n1: () => String(random.int(1, 9)),
    first: () => scene.first,
    other: () => scene.other,
    me: () => scene.me,
    meFirst: () => scene.me.split(' ')[0] ?? '',
    town: () => scene.town,
    townGen: () => scene.townGenitive,
    rival: () => random.pick(rivals),
    company: () => 'Havukka',
  };
}

/** Puts the scene into a text's slots; a slot that begins a sentence begins with a capital letter. */
export function fill(random: Random, text: string, scene: Scene): string {
  const slots = slotsOf(random, scene);
  const filled = text.replace(/\{(\w+)\}/g, (slot, name: string, offset: number) => {
    const value = slots[name]?.();
    if (value === undefined) throw new Error(`unknown slot ${slot}`);
    return /(^|[.!?] |\n)$/.test(text.slice(0, offset)) ? capitalised(value) : value;
  });
  return filled.replace(/(\d\.)\./g, '$1'); // a Finnish date brings its own full stop
}
