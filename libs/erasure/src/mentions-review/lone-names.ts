import type { Mention } from '@seloste/mentions';
import { wordsOf } from '@seloste/search';
import type { EntityManager } from 'typeorm';
import type { Judge } from './judge.js';
import type { FoundText } from './read-rows.js';

/** A name alone that stands in more texts of others than this points at nobody (GDPR Recital 26). */
export const mostOfAName = 200;

const isLone = ({ kind, certainty }: Mention): boolean =>
  certainty === 'doubtful' && (kind === 'first_name' || kind === 'last_name');

/** A name alone in what is on record of others. */
export const isFarAndLone = ({ relation, mentions }: FoundText): boolean =>
  relation === 'others' && mentions.every(isLone);

const isOf = (name: 'given' | 'family'): string =>
  `EXISTS (SELECT FROM alike a WHERE a.${name} AND (a.id = ANY (s.people) OR a.company_id = ANY (s.companies)))`;

/** Is one of those whom the record is about called so? Then the name alone is theirs. */
const explained = `
  WITH s AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS s (place int, people uuid[], companies uuid[], given boolean, family boolean)
  ), meant AS (
    SELECT c.id FROM contacts c WHERE c.id IN (SELECT unnest(people) FROM s)
    UNION SELECT c.id FROM contacts c WHERE c.company_id IN (SELECT unnest(companies) FROM s)
  ), alike AS MATERIALIZED (
    SELECT c.id, c.company_id, names && $3::text[] AS given, names && $4::text[] AS family FROM meant JOIN contacts c USING (id)
    CROSS JOIN LATERAL (SELECT string_to_array(search_lexemes(c.first_name || ' ' || c.last_name), ' ') AS names OFFSET 0) AS called
    WHERE c.id <> $2 AND names && ($3::text[] || $4::text[])
  )
  SELECT s.place FROM s WHERE (NOT s.given OR ${isOf('given')}) AND (NOT s.family OR ${isOf('family')})`;

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
    if (this.kept.length <= mostOfAName) return;
    this.areCommon = true;
    this.kept.length = 0;
  }
}
