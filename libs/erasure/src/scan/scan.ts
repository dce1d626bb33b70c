import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@seloste/kernel';
import type { Mention } from '@seloste/mentions';
import { AppConfig, CLOCK, readerOf } from '@seloste/platform';
import { wordsOf } from '@seloste/search';
import type { EntityManager } from 'typeorm';
import { readCatalogue } from '../mentions-review/catalogue.js';
import type { RowChoice } from '../mentions-review/choose-rows.js';
import { Crowd } from '../mentions-review/crowd.js';
import { Judge } from '../mentions-review/judge.js';
import { MentionSearch, ofTheIndex, patience } from '../mentions-review/mention-search.js';
import { joinedNames, nameQuery, widePattern } from '../mentions-review/patterns.js';
import type { SoughtPerson } from '../mentions-review/person.js';
import { mentionsAt, readRows, textOf, type CandidateRow } from '../mentions-review/read-rows.js';
import { SealedTexts } from '../mentions-review/sealed-texts.js';
import {
  isTheirs,
  withDeclarations,
  type SearchedColumn,
  type SearchedTable,
} from '../mentions-review/searched-tables.js';
import { textsIn } from '../mentions-review/texts.js';
import { Leftovers, type ScanResult } from './found.js';
import { scanFiles } from './scan-files.js';

/** Above so many interactions, those are read that the index names. */
const mostInteractions = 500_000;

/** Names of migrations, and what is remembered of the person, sealed, until this very look is over. */
const apart = new Set(['public.migrations', 'public.sought_people']);

interface Target {
  table: SearchedTable;
  choices: RowChoice[];
}

/** Fewer are looked for by PostgreSQL, with one pattern; for more, every text is read here. */
const fewPeople = 3;

/**
 * Looks for people in everything that can hold text: every text, list, JSON, search and byte column of every table of
 * every schema, declared or not, what is sealed, and files under the data directory (design rule 5). Counts what surely
 * means them; what is of a namesake, or says who a colleague or somebody else is, is theirs.
 */
@Injectable()
export class Scan {
  constructor(
    private readonly search: MentionSearch,
    private readonly sealed: SealedTexts,
    private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In a transaction of the eraser. One pass for any number of people. @returns by the person's id */
  async run(tx: EntityManager, people: SoughtPerson[]): Promise<Map<string, ScanResult>> {
    await patience(tx);
    const crowd = new Crowd(people.map((person) => new Judge(person)));
    const left = new Map(crowd.judges.map((judge) => [judge, new Leftovers()]));
    const add = (judge: Judge, where: string, count: number) => left.get(judge)?.add(where, count);
    const { targets, unread, interactions } = await this.targets(tx, people, crowd);
    for (const target of targets) await this.readTable(tx, target, crowd, add);
    await this.sealed.count(tx, crowd, add);
    const { files, unread: unreadFiles } = await scanFiles(this.config.dataDir, crowd, add);
    const scannedAt = this.clock.now().toISOString();
    const columns = targets.reduce((sum, { table }) => sum + table.searched.length, 0);
    return new Map(
      [...left].map(([{ person }, leftovers]) => [
        person.contactId,
        {
          ...{ scannedAt, tables: targets.length, columns, files, interactions },
          ...{ found: leftovers.list(), unread: [...unread, ...unreadFiles] },
        },
      ]),
    );
  }

  private async targets(tx: EntityManager, people: SoughtPerson[], crowd: Crowd) {
    const all = withDeclarations(await readCatalogue(readerOf(tx)), this.search.declarations());
    const tables = all.filter(
      ({ schema, name, searched }) => searched.length > 0 && !apart.has(`${schema}.${name}`),
    );
    const pattern = widePattern(...people.slice(0, fewPeople).map(({ identifiers }) => identifiers));
    const interactions = (await isLarge(tx)) ? ('by_index' as const) : ('all' as const);
    const targets = tables
      .filter(({ isReadable }) => isReadable)
      .map((table): Target => {
        if (table.name === 'interactions' && interactions === 'by_index')
          return { table, choices: ofTheIndex(people) };
        return { table, choices: anywhereIn(table, { pattern: pattern ?? '', people, crowd }) };
      });
    const unread = tables
      .filter(({ isReadable }) => !isReadable)
      .map(({ schema, name }) => `${schema}.${name}`);
    return { targets: pattern === null ? [] : targets, unread, interactions };
  }

  private async readTable(
    tx: EntityManager,
    { table, choices }: Target,
    crowd: Crowd,
    add: (judge: Judge, where: string, count: number) => void,
  ): Promise<void> {
    for (const choice of choices)
      for await (const rows of readRows(tx, table, choice))
        for (const row of rows)
          for (const judge of crowd.candidates(textOf(table, row), row))
            table.searched.forEach((column, i) => {
              const count = countIn(judge, table, column, { ...row, values: [row.values[i]] });
              add(judge, `${table.schema}.${table.whole ?? table.name}.${column.name}`, count);
            });
  }
}

/** Texts by the pattern, bytes all, and what says who somebody is of the people themselves. */
function anywhereIn(
  table: SearchedTable,
  { pattern, people, crowd }: { pattern: string; people: SoughtPerson[]; crowd: Crowd },
): RowChoice[] {
  const inSearch = inSearchTables(table, people);
  if (inSearch) return [inSearch];
  const parameters: unknown[] = [];
  const bytes = table.searched.filter(({ kind }) => kind === 'bytes');
  const conditions = bytes.map(({ name }) => `octet_length(t."${name}") > 64`);
  if (table.person !== null && table.searched.some((column) => isTheirs(table, column))) {
    const own = parameters.push(people.map(({ contactId }) => contactId));
    conditions.push(`t."${table.person}" = ANY ($${own}::uuid[])`);
  }
  const or = conditions.length > 0 ? { where: conditions.join(' OR '), parameters } : undefined;
  return [people.length > fewPeople ? { crowd, or } : { pattern, or }];
}

/**
 * What the register's own index holds, it has from texts that are read themselves, but whole names. An entry of a contact
 * says who that very contact is; a word of the dictionary stands alone, so that it is a whole name only where the names
 * are joined. Null for other tables.
 */
function inSearchTables(table: SearchedTable, people: SoughtPerson[]): RowChoice | null {
  const identifiers = people.map((person) => person.identifiers);
  if (table.name === 'search_contacts')
    return {
      where: 't.ref_id = ANY ($1::uuid[])',
      parameters: [people.map(({ contactId }) => contactId)],
    };
  if (table.whole === 'search_entries')
    return { where: 't.words @@ $1::tsquery', parameters: [nameQuery(identifiers)], isIndexed: true };
  if (table.name !== 'search_words') return null;
  return {
    where: `t.kind IN ('contact', 'company', 'interaction') AND t.word = ANY ($1::text[])`,
    parameters: [identifiers.flatMap((of) => [...joinedNames(of), ...wholeWords(of)])],
  };
}

const wholeWords = ({ firstNames, lastNames }: SoughtPerson['identifiers']): string[] =>
  [...firstNames, ...lastNames].flatMap(wordsOf);

async function isLarge(tx: EntityManager): Promise<boolean> {
  const [row] = await tx.query<{ rows: number }[]>(
    `SELECT reltuples::bigint::int AS rows FROM pg_class WHERE oid = 'public.interactions'::regclass`,
  );
  return (row?.rows ?? 0) > mostInteractions;
}

/** How often a value surely names the person. */
function countIn(judge: Judge, table: SearchedTable, column: SearchedColumn, row: CandidateRow): number {
  const isOthers = row.people.length > 0 && judge.relationOf(row) !== 'own';
  if (column.isIdentity && (isOthers || table.isOfStaff)) return 0;
  const isSure = ({ certainty }: Mention) => certainty === 'sure';
  return textsIn(row.values[0], column.kind).reduce((sum, { text }) => {
    const isIndex = column.kind === 'lexemes';
    const mentions = mentionsAt(judge, { table, column }, isIndex ? wholeNamesIn(text) : text, row).filter(
      isSure,
    );
    return sum + mentions.length;
  }, 0);
}

/**
 * Of the words of an index, which stand in the order of the alphabet: those that are whole names. What else it holds, it
 * has from texts that are read themselves.
 */
const wholeNamesIn = (lexemes: string): string =>
  Array.from(lexemes.matchAll(/'=?([^']* [^']*|[^']*@[^']*)'/g), ([, name]) => name).join('\n');
