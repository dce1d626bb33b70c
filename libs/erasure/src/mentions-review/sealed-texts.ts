import { Injectable } from '@nestjs/common';
import { fileUse } from '@seloste/exports';
import { messageContentUse, valuesOfLetters } from '@seloste/mail';
import type { Mention } from '@seloste/mentions';
import { Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { Judge, RowLinks } from './judge.js';
import { stream } from './stream.js';
import { textsIn, withText, type Leaf, type Value } from './texts.js';

/** A column whose texts are sealed: what is in it is read as if it were not. What it is sealed under, and for whom. */
interface SealedColumn {
  table: string;
  column: string;
  use: string;
  /** SQL of the id for which it was sealed. */
  owner: string;
  /** SQL of the row of that id, $1. */
  row: string;
  people: string;
  companies: string;
  toValue: (opened: string) => Value;
  toText: (value: Value) => string;
}

const json = {
  toValue: (opened: string): Value => JSON.parse(opened),
  toText: (value: Value) => JSON.stringify(value),
};
const file = {
  toValue: (opened: string): Value => Buffer.from(opened, 'base64').toString('utf8'),
  toText: (value: Value) => Buffer.from(String(value)).toString('base64'),
};

/**
 * Letters and messages that wait or lie in the mailbox are opened, and so are files that wait for who ordered them.
 * Secrets of the installation and of colleagues' logins hold no words about people.
 */
const sealedColumns: SealedColumn[] = [
  {
    ...{
      table: 'messages',
      column: 'sealed_content',
      use: messageContentUse,
      owner: 't.id::text',
      row: 't.id = $1::uuid',
      ...json,
    },
    ...{
      people: 'array_remove(ARRAY[t.contact_id], NULL)',
      companies: 'array_remove(ARRAY[t.company_id], NULL)',
    },
  },
  {
    ...{
      table: 'mail_messages',
      column: 'sealed_values',
      use: valuesOfLetters,
      owner: 't.id::text',
      row: 't.id = $1::uuid',
      ...json,
    },
    ...{ people: 'array_remove(ARRAY[t.contact_id], NULL)', companies: `'{}'::uuid[]` },
  },
  {
    ...{ table: 'export_parts', column: 'sealed', use: fileUse, ...file },
    ...{ owner: `t.export_id || ' ' || t.position` },
    row: `t.export_id = split_part($1, ' ', 1)::uuid AND t.position = split_part($1, ' ', 2)::int`,
    ...{ people: `'{}'::uuid[]`, companies: `'{}'::uuid[]` },
  },
];

/** A value that was sealed, and where the person is named in it. */
interface Opened {
  owner: string;
  value: Value;
  found: (Leaf & { mentions: Mention[] })[];
}

type Row = RowLinks & { owner: string; sealed: string };

/** What is sealed and holds words: opened, read, and sealed again without the person. */
@Injectable()
export class SealedTexts {
  constructor(private readonly sealer: Sealer) {}

  /** By `table.column`: how many sure mentions there are. */
  async count(tx: EntityManager, judge: Judge): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const place of sealedColumns)
      for await (const { found } of this.read(tx, judge, place)) {
        const where = `${place.table}.${place.column}`;
        counts.set(where, (counts.get(where) ?? 0) + found.flatMap(({ mentions }) => mentions).length);
      }
    return counts;
  }

  /**
   * Replaces what surely means the person. What is doubtful stays as it is sealed: a message's words are gone after
   * thirty days at the latest, a letter's and a file's sooner. Returns in how many texts, by table.
   */
  async replace(tx: EntityManager, judge: Judge, pseudonym: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const place of sealedColumns)
      for await (const { owner, value, found } of this.read(tx, judge, place)) {
        const rest = found.reduce(
          (left, { path, text, mentions }) => withText(left, path, judge.replace(text, mentions, pseudonym)),
          value,
        );
        const sealed = this.sealer.seal(place.toText(rest), place.use, owner);
        await tx.query(`UPDATE ${place.table} t SET ${place.column} = $2 WHERE ${place.row}`, [
          owner,
          sealed,
        ]);
        counts[place.table] = (counts[place.table] ?? 0) + 1;
      }
    return counts;
  }

  private async *read(tx: EntityManager, judge: Judge, place: SealedColumn): AsyncGenerator<Opened> {
    const { table, column, owner, people, companies } = place;
    const all = `
      SELECT ${owner} AS owner, ${column} AS sealed, to_json(${people}) AS people, to_json(${companies}) AS companies
      FROM ${table} t WHERE ${column} IS NOT NULL`;
    for await (const rows of stream<Row>(tx, all))
      for (const row of rows) {
        const opened = this.sealer.open(row.sealed, place.use, row.owner);
        const value = opened === null ? null : place.toValue(opened);
        const found = textsIn(value, 'json').flatMap((leaf) => {
          const mentions = (judge.read([leaf.text], row)[0] ?? []).filter(
            ({ certainty }) => certainty === 'sure',
          );
          return mentions.length > 0 ? [{ ...leaf, mentions }] : [];
        });
        if (found.length > 0) yield { owner: row.owner, value, found };
      }
  }
}
