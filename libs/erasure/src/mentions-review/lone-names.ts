import type { Mention } from '@seloste/mentions';
import { wordsOf } from '@seloste/search';
import type { EntityManager } from 'typeorm';
import type { Judge } from './judge.js';
import type { FoundText } from './read-rows.js';

/** A name alone that stands in more texts of others than this points at nobody (GDPR Recital 26). */
const most = 200;

const isLone = ({ kind, certainty }: Mention): boolean =>
  certainty === 'doubtful' && (kind === 'first_name' || kind === 'last_name');

/** A name alone in what is on record of others. */
export const isFarAndLone = ({ relation, mentions }: FoundText): boolean =>
  relation === 'others' && mentions.every(isLone);

const called = (names: string): string =>
  `EXISTS (SELECT FROM contacts c WHERE (c.id = ANY (s.people) OR c.company_id = ANY (s.companies)) AND c.id <> $2
    AND string_to_array(search_lexemes(c.first_name || ' ' || c.last_name), ' ') && ${names}::text[])`;

/** Is one of those whom the record is about called so? Then the name alone is theirs. */
const explained = `
  SELECT s.place FROM jsonb_to_recordset($1::jsonb) AS s (place int, people uuid[], companies uuid[], given boolean, family boolean)
  WHERE (NOT s.given OR ${called('$3')}) AND (NOT s.family OR ${called('$4')})`;

/**
 * A given or family name alone, far from the person: kept apart until it is known how common it is, and left out where
 * somebody of that name is whom the record is about.
 */
export class LoneNames {
  readonly kept: FoundText[] = [];
  areCommon = false;

  constructor(private readonly judge: Judge) {}

  /** Keeps those that are lone, and returns the rest. */
  async setAside(tx: EntityManager, found: FoundText[]): Promise<FoundText[]> {
    const lone = found.filter(isFarAndLone);
    if (lone.length > 0 && !this.areCommon) await this.keep(tx, lone);
    return found.filter((text) => !isFarAndLone(text));
  }

  private async keep(tx: EntityManager, lone: FoundText[]): Promise<void> {
    const { firstNames, lastNames } = this.judge.person.identifiers;
    const has = ({ mentions }: FoundText, name: Mention['kind']) =>
      mentions.some(({ kind }) => kind === name);
    const texts = lone.map((text, place) => ({
      place,
      ...text.links,
      given: has(text, 'first_name'),
      family: has(text, 'last_name'),
    }));
    const rows = await tx.query<{ place: number }[]>(explained, [
      JSON.stringify(texts),
      this.judge.person.contactId,
      firstNames.flatMap(wordsOf),
      lastNames.flatMap(wordsOf),
    ]);
    const theirs = new Set(rows.map(({ place }) => place));
    this.kept.push(...lone.filter((_, place) => !theirs.has(place)));
    if (this.kept.length <= most) return;
    this.areCommon = true;
    this.kept.length = 0;
  }
}
