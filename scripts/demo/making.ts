import type { Language } from '@seloste/kernel';
import { finnishMen, finnishSurnames, finnishWomen, foreignMen, foreignSurnames, foreignWomen, swedishMen, swedishSurnames, swedishWomen } from './names/people.js'; // prettier-ignore
import type { Random } from './random.js';
import type { CompanyRow, DemoData, UserRow } from './rows.js';

/** What every part of the demo is made with. */
export interface Making {
  random: Random;
  /** The instant that everything is relative to, in milliseconds. */
  now: number;
  staff: readonly UserRow[];
  data: DemoData;
}

/** A company with what its people and story need to know about it. */
export interface MadeCompany {
  row: CompanyRow;
  language: Language;
  owner: UserRow;
  domain: string;
  town: string;
  townGenitive: string;
  /** The natural person that a sole trader is. */
  trader: Name | null;
  /** Indexes into products.ts. */
  products: number[];
  /** When the first contact was, in milliseconds. */
  since: number;
  /** Was it a customer before the demo's three years began? */
  isOld: boolean;
}

export interface Name {
  first: string;
  last: string;
}

const lists: Record<
  Language,
  readonly [women: readonly string[], men: readonly string[], surnames: readonly string[]]
> = {
  fi: [finnishWomen, finnishMen, finnishSurnames],
  sv: [swedishWomen, swedishMen, swedishSurnames],
  en: [foreignWomen, foreignMen, foreignSurnames],
};

/** A name as people with that language have, by how common it is. */
export function makeName(random: Random, language: Language): Name {
  const [women, men, surnames] = lists[language];
  const first = random.pickByRank(random.chance(0.5) ? women : men);
  const last = random.pickByRank(surnames);
  return { first, last: random.chance(0.03) ? doubled(random, surnames, last) : last };
}

function doubled(random: Random, surnames: readonly string[], last: string): string {
  const other = random.pickByRank(surnames);
  return other === last ? last : `${last}-${other}`;
}
