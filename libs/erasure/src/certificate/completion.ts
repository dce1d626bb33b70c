import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { readerOf } from '@seloste/platform';
import { dropUnusedWords } from '@seloste/search';
import type { EntityManager } from 'typeorm';
import { Erasure, type ErasureCounts } from '../erasure.entity.js';
import { MentionReview, type Replacing } from '../mentions-review/mention-review.js';
import { soughtPerson, together, type SoughtPerson } from '../mentions-review/person.js';
import { SoughtPeople } from '../mentions-review/sought-people.js';
import { isClean, type ScanResult } from '../scan/found.js';
import { Scan } from '../scan/scan.js';
import { Certificates } from './certificates.js';

/** An erasure, and whom to look for; nobody where that was lost. */
interface Subject {
  erasure: Erasure;
  person: SoughtPerson | null;
}

/** How an erasure goes on after the person's own records are gone. */
interface Next {
  /** Something is held: the rest waits for the hold's end. */
  isHeld: boolean;
  /** The look everywhere comes later, for many people at once; see {@link Completion.together}. */
  isScannedLater: boolean;
}

/**
 * From a person's own records being gone to nothing of them being left: what others wrote is replaced, what is doubtful
 * is decided, everything is looked through, and it is certified. Where that is not done in the transaction of the
 * erasure, it is remembered, sealed, by what the person would be recognised: whoever goes on, in whatever process, finds
 * them by it, and the completion forgets it.
 */
@Injectable()
export class Completion {
  constructor(
    private readonly people: SoughtPeople,
    private readonly review: MentionReview,
    private readonly scan: Scan,
    private readonly certificates: Certificates,
    private readonly audit: Audit,
  ) {}

  /** By what the person is recognised. Before anything is erased: afterwards nobody knows whom to look for. */
  async seek(tx: EntityManager, { id, contactId }: Erasure): Promise<SoughtPerson | null> {
    const [before, now] = [await this.people.find(tx, id), await soughtPerson(tx, contactId)];
    return before && now ? together(before, now) : (now ?? before);
  }

  /**
   * After the person's own records were erased, in the same transaction. While something is held, the rest waits: status
   * `held`. Where the look everywhere comes later, it is `executing` until then.
   */
  async afterExecution(
    tx: EntityManager,
    context: RequestContext,
    { isHeld, isScannedLater, ...subject }: Subject & Next,
  ): Promise<void> {
    const { erasure, person } = subject;
    const isIndexedOnly = !isHeld && isScannedLater;
    if (person) await this.replaceMentions(tx, erasure, person, { isHeld, isIndexedOnly });
    if (!isHeld && isScannedLater && person) {
      await tx.save(Erasure, Object.assign(erasure, { status: 'executing' }));
      return this.people.keep(tx, erasure.id, person);
    }
    if (!isHeld) return this.goOn(tx, context, subject);
    await tx.save(Erasure, Object.assign(erasure, { status: 'held' }));
    if (person && (await isUndecided(tx, erasure.id))) await this.people.keep(tx, erasure.id, person);
  }

  /** After a decision: `complete`, or still `waiting_for_decisions`, or `incomplete`, with where. */
  async afterDecisions(tx: EntityManager, context: RequestContext, erasure: Erasure): Promise<void> {
    if (await isUndecided(tx, erasure.id)) return;
    const person = await this.people.find(tx, erasure.id);
    if (erasure.status === 'held') await this.people.forget(tx, erasure.id);
    else await this.goOn(tx, context, { erasure, person });
  }

  /** What was left once is replaced where it may be, and looked for once more. */
  async again(tx: EntityManager, context: RequestContext, erasure: Erasure): Promise<void> {
    const person = await this.people.find(tx, erasure.id);
    if (person) await this.replaceMentions(tx, erasure, person, { isHeld: false });
    await this.goOn(tx, context, { erasure, person });
  }

  /** For erasures whose last look comes later: one look for all of them. */
  async together(tx: EntityManager, context: RequestContext, erasures: Erasure[]): Promise<void> {
    const ready: { erasure: Erasure; person: SoughtPerson }[] = [];
    const subjects = await this.withPeople(tx, erasures);
    await this.replaceTogether(tx, subjects);
    for (const { erasure, person } of subjects) {
      if (person && !(await isUndecided(tx, erasure.id))) ready.push({ erasure, person });
      else await this.goOn(tx, context, { erasure, person });
    }
    if (ready.length === 0) return;
    const results = await this.scan.run(
      tx,
      ready.map(({ person }) => person),
    );
    for (const one of ready) await this.conclude(tx, context, one, results.get(one.person.contactId));
  }

  private async withPeople(tx: EntityManager, erasures: Erasure[]): Promise<Subject[]> {
    const subjects: Subject[] = [];
    for (const erasure of erasures)
      subjects.push({ erasure, person: await this.people.find(tx, erasure.id) });
    return subjects;
  }

  private async replaceTogether(tx: EntityManager, subjects: Subject[]): Promise<void> {
    const all = subjects.flatMap(({ erasure, person }) =>
      person === null
        ? []
        : [
            {
              erasure,
              person,
              replacing: { erasureId: erasure.id, pseudonym: erasure.pseudonym ?? '', isHeld: false },
            },
          ],
    );
    if (all.length === 0) return;
    const replaced = await this.review.replaceTogether(tx, all);
    await dropUnusedWords(readerOf(tx));
    all.forEach(({ erasure }, i) => {
      erasure.counts = withReplaced(erasure.counts, replaced[i]?.texts ?? {});
    });
  }

  private async goOn(
    tx: EntityManager,
    context: RequestContext,
    { erasure, person }: Subject,
  ): Promise<void> {
    if (!person) return this.leave(tx, context, erasure, 'identifiers_lost');
    if (await isUndecided(tx, erasure.id)) {
      await tx.save(Erasure, Object.assign(erasure, { status: 'waiting_for_decisions', failure: null }));
      return this.people.keep(tx, erasure.id, person);
    }
    const results = await this.scan.run(tx, [person]);
    await this.conclude(tx, context, { erasure, person }, results.get(person.contactId));
  }

  private async conclude(
    tx: EntityManager,
    context: RequestContext,
    { erasure, person }: { erasure: Erasure; person: SoughtPerson },
    result: ScanResult | undefined,
  ): Promise<void> {
    erasure.scan = result ?? null;
    if (result && isClean(result)) {
      await this.certificates.issue(tx, context, erasure, result);
      return this.people.forget(tx, erasure.id);
    }
    await this.leave(tx, context, erasure, 'leftovers');
    await this.people.keep(tx, erasure.id, person);
  }

  private async replaceMentions(
    tx: EntityManager,
    erasure: Erasure,
    person: SoughtPerson,
    extent: Pick<Replacing, 'isHeld' | 'isIndexedOnly'>,
  ): Promise<void> {
    const { id: erasureId, pseudonym } = erasure;
    // What waits to be decided is found again, as it stands now; what was decided to stay, stays.
    await tx.query('DELETE FROM erasure_mentions WHERE erasure_id = $1 AND decision IS NULL', [erasureId]);
    const { texts } = await this.review.replace(tx, person, {
      erasureId,
      pseudonym: pseudonym ?? '',
      ...extent,
    });
    erasure.counts = withReplaced(erasure.counts, texts);
    if (extent.isIndexedOnly !== true) await dropUnusedWords(readerOf(tx));
  }

  private async leave(
    tx: EntityManager,
    context: RequestContext,
    erasure: Erasure,
    failure: string,
  ): Promise<void> {
    Object.assign(erasure, { status: 'incomplete', failure });
    await tx.save(Erasure, erasure);
    await this.audit.record(tx, context, {
      action: 'erasure.find_leftovers',
      subjectType: 'erasure',
      subjectId: erasure.id,
      fields: erasure.scan?.found.map(({ where }) => where) ?? [],
    });
  }
}

async function isUndecided(tx: EntityManager, erasureId: string): Promise<boolean> {
  const [row] = await tx.query<{ undecided: boolean }[]>(
    'SELECT EXISTS (SELECT FROM erasure_mentions WHERE erasure_id = $1 AND decision IS NULL) AS undecided',
    [erasureId],
  );
  return row?.undecided === true;
}

function withReplaced(counts: ErasureCounts, texts: Record<string, number>): ErasureCounts {
  const all: ErasureCounts = structuredClone(counts);
  for (const [table, count] of Object.entries(texts)) {
    const ofTable = (all[table] ??= {});
    ofTable.replace = (ofTable.replace ?? 0) + count;
  }
  return all;
}
