import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId } from '@seloste/kernel';
import type { Mention } from '@seloste/mentions';
import { appendOnlyTables, MasterKey } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { ErasureMention } from '../erasure-mention.entity.js';
import { cellOf, digestOf, holdCell, rowIdOf, writeCell } from './cells.js';
import { contextOf, type MentionInContext } from './context.js';
import { Crowd } from './crowd.js';
import { ImportedFiles } from './imported-files.js';
import { Judge } from './judge.js';
import { MentionSearch } from './mention-search.js';
import type { SoughtPerson } from './person.js';
import { SealedTexts } from './sealed-texts.js';
import { mentionsAt, type FoundText } from './read-rows.js';
import { textAt, withText } from './texts.js';

/** Whose erasure it is, and what takes the place of the name. */
export interface Replacing {
  erasureId: string;
  pseudonym: string;
  /** While something of the person is held, their own records stay as the holds have them. */
  isHeld: boolean;
}

interface Progress {
  replacing: Replacing;
  replaced: Replaced;
}

export interface Replaced {
  /** By table: in how many texts. */
  texts: Record<string, number>;
  doubtful: number;
  isLoneNameCommon: boolean;
}

/** What a plan shows. */
export interface MentionPreview {
  sure: number;
  /** By table: in how many texts. */
  texts: Record<string, number>;
  /** The first of them, with the sentence. */
  sureOnes: MentionInContext[];
  doubtful: MentionInContext[];
  isLoneNameCommon: boolean;
}

/** Of somebody whom nobody knows by anything. */
export const noMentions: MentionPreview = {
  ...{ sure: 0, texts: {}, sureOnes: [], doubtful: [], isLoneNameCommon: false },
};

/** How many a plan shows with their words. */
const shown = 200;

/** What others wrote about a person: shown before the erasure, replaced by it, and where it is doubtful listed for somebody to decide. */
@Injectable()
export class MentionReview {
  constructor(
    private readonly search: MentionSearch,
    private readonly sealed: SealedTexts,
    private readonly files: ImportedFiles,
    private readonly masterKey: MasterKey,
    private readonly audit: Audit,
  ) {}

  /** What an erasure would replace and ask, nothing being changed. In a transaction of the eraser. */
  async preview(tx: EntityManager, person: SoughtPerson): Promise<MentionPreview> {
    const preview: MentionPreview = {
      sure: 0,
      texts: {},
      sureOnes: [],
      doubtful: [],
      isLoneNameCommon: false,
    };
    const { isLoneNameCommon } = await this.search.find(tx, person, (found) => {
      for (const text of found) if (!goesWithThePerson(text)) addTo(preview, text);
      return Promise.resolve();
    });
    return { ...preview, isLoneNameCommon };
  }

  /**
   * Replaces what surely means the person by the pseudonym and lists what may. After the person's own records were
   * erased, in the same transaction, with a person who was sought out before it.
   */
  async replace(tx: EntityManager, person: SoughtPerson, replacing: Replacing): Promise<Replaced> {
    const judge = new Judge(person);
    const replaced: Replaced = { texts: {}, doubtful: 0, isLoneNameCommon: false };
    const visit = (found: FoundText[]) => this.replaceAll(tx, judge, found, { replacing, replaced });
    const { isLoneNameCommon } = await this.search.find(tx, person, visit);
    await this.replaceAside(tx, new Crowd([judge]), () => ({ replacing, replaced }));
    return { ...replaced, isLoneNameCommon };
  }

  /**
   * The same for many people, in one pass for all of them, after the transactions of their erasures. Returns what was
   * replaced, in their order.
   */
  async replaceTogether(
    tx: EntityManager,
    all: { person: SoughtPerson; replacing: Replacing }[],
  ): Promise<Replaced[]> {
    const one = new Map(
      all.map(({ person, replacing }) => [
        new Judge(person),
        { replacing, replaced: { texts: {}, doubtful: 0, isLoneNameCommon: true } },
      ]),
    );
    const crowd = new Crowd([...one.keys()]);
    const of = (judge: Judge): Progress => {
      const progress = one.get(judge);
      if (!progress) throw new Error('Nobody of these people is called so.');
      return progress;
    };
    await this.search.findTogether(tx, crowd, (judge, found) => this.replaceAll(tx, judge, found, of(judge)));
    await this.replaceAside(tx, crowd, of);
    return [...one.values()].map(({ replaced }) => replaced);
  }

  private async replaceAll(
    tx: EntityManager,
    judge: Judge,
    found: FoundText[],
    { replacing, replaced }: Progress,
  ): Promise<void> {
    for (const text of found) {
      if (replacing.isHeld && text.relation === 'own') continue;
      const { count, doubtful } = await this.replaceOne(tx, judge, text, replacing);
      if (count > 0) add(replaced.texts, text.table.name);
      replaced.doubtful += doubtful;
    }
  }

  /** What is sealed, and files. */
  private async replaceAside(tx: EntityManager, crowd: Crowd, of: (judge: Judge) => Progress): Promise<void> {
    const substituteOf = (judge: Judge) => of(judge).replacing.pseudonym;
    await this.sealed.replace(tx, crowd, substituteOf, (judge, table) =>
      add(of(judge).replaced.texts, table),
    );
    await this.files.replace(tx, crowd, substituteOf, (judge) =>
      add(of(judge).replaced.texts, 'import_file_parts'),
    );
  }

  /** One text as it is now: somebody may have edited it since it was found. */
  async replaceOne(
    tx: EntityManager,
    judge: Judge,
    found: FoundText,
    { erasureId, pseudonym }: Pick<Replacing, 'erasureId' | 'pseudonym'>,
  ): Promise<{ count: number; doubtful: number }> {
    const cell = cellOf(found);
    const row = await holdCell(tx, cell);
    const text = row && textAt(row.value, cell.column.kind, found.path);
    if (!row || text === null) return { count: 0, doubtful: 0 };
    const mentions = text === found.text ? found.mentions : mentionsAt(judge, found, text, row);
    const sure = mentions.filter(({ certainty }) => certainty === 'sure');
    const isWhole = sure.length === 1 && sure[0]?.start === 0 && sure[0].end === text.trim().length;
    const isAddress = isWhole && sure[0] !== undefined && ['email', 'phone', 'handle'].includes(sure[0].kind);
    // A field for an address takes nothing but one.
    const rest =
      isAddress && cell.column.isNullable && found.path === null
        ? null
        : judge.replace(text, sure, pseudonym);
    if (sure.length > 0) {
      await writeCell(tx, cell, rest === null ? null : withText(row.value, found.path, rest));
      if (isEvidence(found)) await this.recordChange(tx, { erasureId, found, texts: [text, rest] });
    }
    const doubtful =
      mentions.length > sure.length && rest !== null
        ? await this.list(tx, judge, { ...found, text: rest, links: row }, erasureId)
        : 0;
    return { count: sure.length, doubtful };
  }

  /** Lists what is doubtful in a text in which nothing is sure any more. */
  private async list(tx: EntityManager, judge: Judge, found: FoundText, erasureId: string): Promise<number> {
    const { people, companies } = found.links;
    const wasSure = found.mentions.some(({ certainty }) => certainty === 'sure');
    const links = wasSure ? { people, companies: [...companies, ...judge.person.companyIds] } : found.links;
    const mentions = mentionsAt(judge, found, found.text, links);
    const place = { tableName: found.table.name, columnName: found.column.name, rowId: rowIdOf(found.key) };
    const textDigest = this.digestOf(found.text);
    const kept = await tx.findBy(ErasureMention, { erasureId, ...place, decision: 'keep' });
    const isKept = ({ start, end }: Mention) =>
      kept.some((one) => one.startsAt === start && one.endsAt === end && one.textDigest?.equals(textDigest));
    const open = mentions.filter((mention) => !isKept(mention));
    await tx.insert(
      ErasureMention,
      open.map(({ start, end, kind }) => ({
        ...{ id: newId(), planId: null, erasureId, ...place, path: found.path, textDigest },
        ...{ startsAt: start, endsAt: end, kind, certainty: 'doubtful' as const },
        ...{ decision: null, decidedBy: null, decidedAt: null },
      })),
    );
    return open.length;
  }

  /** Nobody else may change evidence: what was changed of it is on record, by keyed digests of what it said before and says now. */
  private recordChange(
    tx: EntityManager,
    { erasureId, found, texts }: { erasureId: string; found: FoundText; texts: [string, string | null] },
  ): Promise<void> {
    const [was, is] = texts.map((text) => (text === null ? '' : this.digestOf(text).toString('hex')));
    const place = [`${found.table.name}.${found.column.name}`, `row=${rowIdOf(found.key)}`];
    const entry = { action: 'erasure.replace_evidence', subjectType: 'erasure', subjectId: erasureId };
    const context = { actor: { kind: 'system', name: 'erasure' }, requestId: erasureId } as const;
    return this.audit.record(tx, context, { ...entry, fields: [...place, `was=${was}`, `is=${is}`] });
  }

  /** Tells whether a text is still the one in which something was found. */
  digestOf(text: string): Buffer {
    return digestOf(text, this.masterKey.derive('texts of mentions'));
  }
}

const isEvidence = ({ table }: FoundText): boolean =>
  (appendOnlyTables as readonly string[]).includes(table.name);

const add = (texts: Record<string, number>, table: string): void => {
  texts[table] = (texts[table] ?? 0) + 1;
};

/** The person's own records go by what was declared of them, but those that tell of others, too. */
function goesWithThePerson({ relation, table, links }: FoundText): boolean {
  const isShared = ['interactions', 'interaction_revisions'].includes(table.name) && links.people.length > 1;
  return relation === 'own' && !isShared;
}

function addTo(preview: MentionPreview, found: FoundText): void {
  const sure = found.mentions.filter(({ certainty }) => certainty === 'sure');
  preview.sure += sure.length;
  if (sure.length > 0) preview.texts[found.table.name] = (preview.texts[found.table.name] ?? 0) + 1;
  for (const mention of found.mentions) {
    const list = mention.certainty === 'sure' ? preview.sureOnes : preview.doubtful;
    if (list.length < shown) list.push(contextOf(found, mention));
  }
}
