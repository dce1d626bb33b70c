import { MentionFinder } from '@seloste/mentions';
import type { EntityManager } from 'typeorm';

/** So many people around the person are looked for by name. */
const mostOthers = 400;

interface Named {
  firstName: string;
  lastName: string;
  emails: string[];
  phones: string[];
}

const selectOthers = `
  WITH around AS (
    SELECT DISTINCT b.contact_id AS id FROM interaction_participants a
    JOIN interaction_participants b ON b.interaction_id = a.interaction_id WHERE a.contact_id = $1
    UNION SELECT c.id FROM contacts c WHERE c.company_id = (SELECT p.company_id FROM contacts p WHERE p.id = $1)
  )
  SELECT c.first_name AS "firstName", c.last_name AS "lastName",
    ARRAY(SELECT p.value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'email') AS emails,
    ARRAY(SELECT p.value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'phone') AS phones
  FROM contacts c JOIN around o ON o.id = c.id WHERE c.id <> $1 AND c.erased_at IS NULL LIMIT ${mostOthers}`;

const selectColleagues = `
  SELECT regexp_replace(u.name, '\\s*\\S+$', '') AS "firstName", substring(u.name FROM '\\S+$') AS "lastName",
    ARRAY[u.email] AS emails, ARRAY[]::text[] AS phones FROM users u LIMIT ${mostOthers}`;

const selectThemselves = `
  SELECT c.first_name AS "firstName", c.last_name AS "lastName",
    ARRAY(SELECT p.value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'email') AS emails,
    ARRAY(SELECT p.value FROM contact_points p WHERE p.contact_id = c.id AND p.kind = 'phone') AS phones
  FROM contacts c WHERE c.id = $1`;

/** Words that name somebody else: UTF-16 offsets, the end exclusive. */
export interface Naming {
  start: number;
  end: number;
}

const finderOf = ({ firstName, lastName, emails, phones }: Named): MentionFinder =>
  new MentionFinder({
    firstNames: [firstName].filter(Boolean),
    lastNames: [lastName].filter(Boolean),
    ...{ emails, phones, handles: [] },
  });

/**
 * Finds people other than the person in texts about them: who was at the same meetings, works at the same company, or
 * works here (GDPR Art. 15(4)). Whom nobody has on record is not found.
 */
export class Others {
  private constructor(
    private readonly themselves: MentionFinder[],
    private readonly others: MentionFinder[],
  ) {}

  static async around(tx: EntityManager, contactId: string): Promise<Others> {
    const read = (sql: string, parameters: string[]) => tx.query<Named[]>(sql, parameters);
    const themselves = await read(selectThemselves, [contactId]);
    const others = [...(await read(selectOthers, [contactId])), ...(await read(selectColleagues, []))];
    return new Others(themselves.map(finderOf), others.map(finderOf));
  }

  /** In the order of the text, none overlapping. Words that mean the person as well are theirs. */
  find(text: string): Naming[] {
    const all = this.others
      .flatMap((finder) => finder.find(text))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    if (all.length === 0) return [];
    const own = this.themselves.flatMap((finder) => finder.find(text));
    const kept: Naming[] = [];
    for (const { start, end } of all) {
      if (own.some((mine) => mine.start < end && start < mine.end)) continue;
      const last = kept.at(-1);
      if (last && start < last.end) last.end = Math.max(last.end, end);
      else kept.push({ start, end });
    }
    return kept;
  }
}
