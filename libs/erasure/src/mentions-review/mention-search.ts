import { Injectable } from '@nestjs/common';
import { dataMap, type MappedTable } from '@seloste/personal-data';
import { DataSource, type EntityManager } from 'typeorm';
import type { Crowd } from './crowd.js';
import { Judge } from './judge.js';
import { isFarAndLone, LoneNames } from './lone-names.js';
import { lexemeQueries, widePattern } from './patterns.js';
import type { SoughtPerson } from './person.js';
import type { RowChoice } from './choose-rows.js';
import { mentionsIn, readRows, textOf, type FoundText } from './read-rows.js';
import { searchedTables, type SearchedTable } from './searched-tables.js';

/** What a search came upon besides the mentions. */
export interface SearchOutcome {
  /** A given or family name alone stands in so many texts of others that it points at nobody: these were passed by. */
  isLoneNameCommon: boolean;
}

/** What becomes of what was found, a batch at a time, in the transaction of the search. */
export type Visitor = (found: FoundText[]) => Promise<void>;

/** A given name alone is looked for in at most so many records of others. */
const mostGivenNames = 1_000;

/**
 * Finds where a person is named, whoever wrote it of whom. Interactions are found by their index, so that millions cost
 * milliseconds; the other tables are read once with a wide pattern. `MentionFinder` decides. Nothing is held in memory
 * but a batch of rows. For a transaction that sees everybody (`Eraser`): restricted people's notes are read as well.
 */
@Injectable()
export class MentionSearch {
  private map: MappedTable[] | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Hands every text with a mention to `visit`, the person's own records among them (`relation`). `where`: in
   * interactions only, by their index.
   */
  async find(
    tx: EntityManager,
    person: SoughtPerson,
    visit: Visitor,
    where: 'everywhere' | 'interactions' = 'everywhere',
  ): Promise<SearchOutcome> {
    await patience(tx);
    const judge = new Judge(person);
    const lone = new LoneNames(judge);
    const tables = await this.tables(tx);
    for (const table of tables.filter(({ name }) => where === 'everywhere' || name === 'interactions'))
      for (const choice of choicesFor(table, person))
        for await (const rows of readRows(tx, table, choice)) {
          const all = rows.flatMap((row) => mentionsIn(judge, table, row));
          const found = await lone.setAside(tx, all);
          if (found.length > 0) await visit(found);
        }
    if (!lone.areCommon && lone.kept.length > 0) await visit(lone.kept);
    return { isLoneNameCommon: lone.areCommon };
  }

  /**
   * Looks for many people in everything but interactions, in one pass. A given or family name alone, far from the
   * person, is passed by: among so many it points at nobody.
   */
  async findTogether(
    tx: EntityManager,
    crowd: Crowd,
    visit: (judge: Judge, found: FoundText[]) => Promise<void>,
  ): Promise<void> {
    await patience(tx);
    const tables = await this.tables(tx);
    for (const table of tables.filter(({ name }) => name !== 'interactions')) {
      for await (const rows of readRows(tx, table, { crowd }))
        for (const row of rows)
          for (const judge of crowd.candidates(textOf(table, row), row)) {
            const found = mentionsIn(judge, table, row).filter((text) => !isFarAndLone(text));
            if (found.length > 0) await visit(judge, found);
          }
    }
  }

  /** The tables that are read, as they are now: a new column joins by itself. */
  tables(tx: EntityManager): Promise<SearchedTable[]> {
    return searchedTables(tx, this.declarations());
  }

  declarations(): MappedTable[] {
    return (this.map ??= dataMap(this.dataSource));
  }
}

/** Reading a large table, or files meanwhile, takes longer than a request may, until the transaction ends. */
export async function patience(tx: EntityManager): Promise<void> {
  await tx.query(
    `SET LOCAL statement_timeout = '10min'; SET LOCAL idle_in_transaction_session_timeout = '10min'`,
  );
}

function choicesFor(table: SearchedTable, person: SoughtPerson): RowChoice[] {
  if (table.name === 'interactions') return choicesOfInteractions(person);
  const pattern = widePattern(person.identifiers);
  return pattern === null ? [] : [{ pattern }];
}

/** By the index; of the person and their companies, all; of restricted people, who have no entry there, all as well. */
const named = `
  SELECT ref_id FROM search_entries WHERE kind = 'interaction' AND words @@ $1::tsquery
  UNION SELECT id FROM interactions WHERE company_id = ANY ($2::uuid[])
  UNION SELECT interaction_id FROM interaction_participants WHERE contact_id = ANY ($3::uuid[])
  UNION SELECT p.interaction_id FROM contacts c JOIN interaction_participants p ON p.contact_id = c.id WHERE c.restricted`;

const givenAlone = `
  SELECT i.id FROM (SELECT ref_id FROM search_entries WHERE kind = 'interaction' AND words @@ $1::tsquery LIMIT ${mostGivenNames}) AS e
  JOIN interactions i ON i.id = e.ref_id
  WHERE NOT coalesce(i.company_id = ANY ($2::uuid[]), false)
    AND NOT EXISTS (SELECT FROM interaction_participants p WHERE p.interaction_id = i.id AND p.contact_id = ANY ($3::uuid[]))`;

/** A query of the index names so many people at most: above, it costs more than two. */
const peopleAtOnce = 20;

/** The interactions that may surely name one of some people. */
export function ofTheIndex(
  people: Pick<SoughtPerson, 'identifiers' | 'companyIds' | 'contactId'>[],
): RowChoice[] {
  const choices: RowChoice[] = [];
  for (let at = 0; at < people.length; at += peopleAtOnce) {
    const some = people.slice(at, at + peopleAtOnce);
    const queries = new Set(some.flatMap(({ identifiers }) => lexemeQueries(identifiers).strong));
    const companies = some.flatMap(({ companyIds }) => companyIds);
    const contacts = some.map(({ contactId }) => contactId);
    choices.push({ ids: named, parameters: [[...queries].join(' | '), companies, contacts] });
  }
  return choices;
}

function choicesOfInteractions({ identifiers, companyIds, contactId }: SoughtPerson): RowChoice[] {
  const { given } = lexemeQueries(identifiers);
  const strong = ofTheIndex([{ identifiers, companyIds, contactId }]);
  if (given === null) return strong;
  return [...strong, { ids: givenAlone, parameters: [given, companyIds, [contactId]] }];
}
