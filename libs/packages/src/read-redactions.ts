import { Injectable } from '@nestjs/common';
import { PersonPlaces, tableInWords } from '@seloste/erasure';
import type { RequestContext } from '@seloste/kernel';
import { languageOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { FindNames } from './building/find-names.js';
import { requestOf } from './building/kit.js';
import { digestOf } from './contents/redact.js';
import { PackageRedaction } from './package-redaction.entity.js';
import type { RedactionList } from './packages.dto.js';
import { Packages } from './packages.service.js';

/** Names shown at once. */
const shownAtOnce = 200;

/** Characters shown on either side of a name. */
const around = 80;

/** Shows the officer whom texts name, in their words: they are read anew, and never stored. */
@Injectable()
export class ReadRedactions {
  constructor(
    private readonly packages: Packages,
    private readonly places: PersonPlaces,
    private readonly names: FindNames,
  ) {}

  /** Undecided ones first. @throws NotFound */
  list(context: RequestContext, id: string): Promise<RedactionList> {
    return this.packages.on(context, id, async (tx, one) => {
      const { contactId } = await requestOf(tx, one);
      const [found, total] = await tx.findAndCount(PackageRedaction, {
        ...{ where: { packageId: id }, take: shownAtOnce },
        order: { decision: { direction: 'ASC', nulls: 'FIRST' }, id: 'ASC' },
      });
      const items = [];
      for (const redaction of found) {
        const text = await this.textOf(tx, contactId, redaction);
        const [from, to] = [redaction.starts, redaction.ends];
        items.push({
          ...{ id: redaction.id, place: tableInWords(redaction.place, languageOf(context)) },
          ...{ before: text.slice(Math.max(0, from - around), from), words: text.slice(from, to) },
          ...{ after: text.slice(to, to + around), decision: redaction.decision },
        });
      }
      return { items, total };
    });
  }

  /** Empty where it is no longer the text that was found. */
  private async textOf(
    tx: EntityManager,
    contactId: string,
    { place, rowKey, field, textDigest }: PackageRedaction,
  ): Promise<string> {
    for (const { table, rows, id, key, columns } of await this.places.of(tx, contactId)) {
      if (table !== place || !columns.some(({ column }) => column === field)) continue;
      const same = key.map(({ column }) => `t.${column}::text`).join(`, ' ', `);
      const [row] = await tx.query<{ text: string | null }[]>(
        `SELECT t.${field} AS text FROM ${table} t WHERE (${rows}) AND concat(${same}) = $2`,
        [id, rowKey],
      );
      if (row?.text && digestOf(this.names.digestKey, row.text).equals(textDigest)) return row.text;
    }
    return '';
  }
}
