import { Injectable } from '@nestjs/common';
import { fileUse } from '@seloste/exports';
import { messageContentUse, valuesOfLetters } from '@seloste/mail';
import type { Mention } from '@seloste/mentions';
import { Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Crowd } from './crowd.js';
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

/** A value that was sealed, and where somebody is named in it. */
interface Opened {
  judge: Judge;
  found: (Leaf & { mentions: Mention[] })[];
}

type Row = RowLinks & { owner: string; sealed: string };

/** What is sealed and holds words: opened, read, and sealed again without the person. */
@Injectable()
export class SealedTexts {
  constructor(private readonly sealer: Sealer) {}

  /** Hands over how many sure mentions a place (`table.column`) has of whom. */
  async count(
    tx: EntityManager,
    crowd: Crowd,
    found: (judge: Judge, where: string, count: number) => void,
  ): Promise<void> {
    for (const place of sealedColumns)
      for await (const { row, value } of this.values(tx, place))
        for (const { judge, found: leaves } of namedIn(crowd, row, value))
          found(
            judge,
            `public.${place.table}.${place.column}`,
            leaves.flatMap(({ mentions }) => mentions).length,
          );
  }

  /**
   * Replaces what surely means somebody by what `substituteOf` says, and hands over in which table. What is doubtful
   * stays as it is sealed: a message's words are gone after thirty days at the latest, a letter's and a file's sooner.
   */
  async replace(
    tx: EntityManager,
    crowd: Crowd,
    substituteOf: (judge: Judge) => string,
    replaced: (judge: Judge, table: string) => void,
  ): Promise<void> {
    for (const place of sealedColumns)
      for await (const { row, value } of this.values(tx, place)) {
        let rest = value;
        for (const { judge } of namedIn(crowd, row, value)) {
          // What the one before left is another text.
          const [own] = namedIn(new Crowd([judge]), row, rest);
          for (const { path, text, mentions } of own?.found ?? [])
            rest = withText(rest, path, judge.replace(text, mentions, substituteOf(judge)));
          if (own) replaced(judge, place.table);
        }
        if (rest === value) continue;
        const sealed = this.sealer.seal(place.toText(rest), place.use, row.owner);
        await tx.query(`UPDATE ${place.table} t SET ${place.column} = $2 WHERE ${place.row}`, [
          row.owner,
          sealed,
        ]);
      }
  }

  private async *values(tx: EntityManager, place: SealedColumn): AsyncGenerator<{ row: Row; value: Value }> {
    const { table, column, owner, people, companies } = place;
    const all = `
      SELECT ${owner} AS owner, ${column} AS sealed, to_json(${people}) AS people, to_json(${companies}) AS companies
      FROM ${table} t WHERE ${column} IS NOT NULL`;
    for await (const rows of stream<Row>(tx, all))
      for (const row of rows) {
        const opened = this.sealer.open(row.sealed, place.use, row.owner);
        if (opened !== null) yield { row, value: place.toValue(opened) };
      }
  }
}

function namedIn(crowd: Crowd, row: RowLinks, value: Value): Opened[] {
  const leaves = textsIn(value, 'json');
  return crowd.candidates(leaves.map(({ text }) => text).join('\n'), row).flatMap((judge): Opened[] => {
    const found = leaves.flatMap((leaf) => {
      const mentions = (judge.read([leaf.text], row)[0] ?? []).filter(
        ({ certainty }) => certainty === 'sure',
      );
      return mentions.length > 0 ? [{ ...leaf, mentions }] : [];
    });
    return found.length > 0 ? [{ judge, found }] : [];
  });
}
