import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { readerOf } from '@seloste/platform';
import { dropUnusedWords } from '@seloste/search';
import type { EntityManager } from 'typeorm';
import type { Erasure, ErasureCounts } from '../erasure.entity.js';
import { MentionReview, type Replacing } from '../mentions-review/mention-review.js';
import { soughtPerson, together, type SoughtPerson } from '../mentions-review/person.js';
import { SoughtPeople } from '../mentions-review/sought-people.js';
import { saveErasures } from '../save-erasures.js';
import { isClean } from '../scan/found.js';
import { Scan } from '../scan/scan.js';
import { Certificates, type CleanErasure } from './certificates.js';

/** An erasure, and whom to look for; nobody where that was lost. */
interface Subject {
  erasure: Erasure;
  person: SoughtPerson | null;
}

interface KnownSubject extends Subject {
  person: SoughtPerson;
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
  async seek(tx: EntityManager, { id, contactId }: Erasure, hasBegun: boolean): Promise<SoughtPerson | null> {
    const before = hasBegun ? await this.people.find(tx, id) : null;
    const now = await soughtPerson(tx, contactId);
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
    if (!isHeld && isScannedLater && person) {
      await saveErasures(tx, Object.assign(erasure, { status: 'executing' }));
      return this.people.keep(tx, erasure.id, person);
    }
    if (person) await this.replaceMentions(tx, erasure, person, isHeld);
    if (!isHeld) return this.goOn(tx, context, [subject]);
    await saveErasures(tx, Object.assign(erasure, { status: 'held' }));
    if (person && (await undecidedAmong(tx, [erasure])).size > 0)
      await this.people.keep(tx, erasure.id, person);
  }

  /** After a decision: `complete`, or still `waiting_for_decisions`, or `incomplete`, with where. */
  async afterDecisions(tx: EntityManager, context: RequestContext, erasure: Erasure): Promise<void> {
    if ((await undecidedAmong(tx, [erasure])).size > 0) return;
    if (erasure.status === 'held') return this.people.forget(tx, erasure.id);
    await this.goOn(tx, context, [{ erasure, person: await this.people.find(tx, erasure.id) }]);
  }

  /** What was left once is replaced where it may be, and looked for once more. */
  async again(tx: EntityManager, context: RequestContext, erasure: Erasure): Promise<void> {
    const person = await this.people.find(tx, erasure.id);
    if (person) await this.replaceMentions(tx, erasure, person, false);
    await this.goOn(tx, context, [{ erasure, person }]);
  }

  /** For erasures whose last look comes later: one look for all of them. */
  async together(tx: EntityManager, context: RequestContext, erasures: Erasure[]): Promise<void> {
    const people = await this.people.findAll(
      tx,
      erasures.map(({ id }) => id),
    );
    const subjects = erasures.map((erasure) => ({ erasure, person: people.get(erasure.id) ?? null }));
    await this.replaceTogether(tx, subjects.filter(isKnown));
    await this.goOn(tx, context, subjects);
  }

  /** Whoever waits for nobody's decision is looked for everywhere, all at once. */
  private async goOn(tx: EntityManager, context: RequestContext, subjects: Subject[]): Promise<void> {
    const known = subjects.filter(isKnown);
    for (const one of subjects)
      if (!isKnown(one)) await this.leave(tx, context, one.erasure, 'identifiers_lost');
    const undecided = await undecidedAmong(
      tx,
      known.map(({ erasure }) => erasure),
    );
    for (const { erasure, person } of known) {
      if (!undecided.has(erasure.id)) continue;
      await saveErasures(tx, Object.assign(erasure, { status: 'waiting_for_decisions', failure: null }));
      await this.people.keep(tx, erasure.id, person);
    }
    await this.look(
      tx,
      context,
      known.filter(({ erasure }) => !undecided.has(erasure.id)),
    );
  }

  private async look(tx: EntityManager, context: RequestContext, subjects: KnownSubject[]): Promise<void> {
    if (subjects.length === 0) return;
    const results = await this.scan.run(
      tx,
      subjects.map(({ person }) => person),
    );
    const clean: CleanErasure[] = [];
    for (const { erasure, person } of subjects) {
      const result = results.get(person.contactId);
      erasure.scan = result ?? null;
      if (result && isClean(result)) {
        clean.push({ erasure, result });
        continue;
      }
      await this.leave(tx, context, erasure, 'leftovers');
      await this.people.keep(tx, erasure.id, person);
    }
    await this.certificates.issue(tx, context, clean);
    await this.people.forget(tx, ...clean.map(({ erasure }) => erasure.id));
  }

  private async replaceMentions(
    tx: EntityManager,
    erasure: Erasure,
    person: SoughtPerson,
    isHeld: boolean,
  ): Promise<void> {
    await forgetUndecided(tx, [erasure]);
    const { texts } = await this.review.replace(tx, person, { ...replacingOf(erasure), isHeld });
    erasure.counts = withReplaced(erasure.counts, texts);
    await dropUnusedWords(readerOf(tx));
  }

  private async replaceTogether(tx: EntityManager, subjects: KnownSubject[]): Promise<void> {
    if (subjects.length === 0) return;
    await forgetUndecided(
      tx,
      subjects.map(({ erasure }) => erasure),
    );
    const all = subjects.map(({ erasure, person }) => ({ person, replacing: replacingOf(erasure) }));
    const replaced = await this.review.replaceTogether(tx, all);
    await dropUnusedWords(readerOf(tx));
    subjects.forEach(({ erasure }, i) => {
      erasure.counts = withReplaced(erasure.counts, replaced[i]?.texts ?? {});
    });
  }

  private async leave(
    tx: EntityManager,
    context: RequestContext,
    erasure: Erasure,
    failure: string,
  ): Promise<void> {
    await saveErasures(tx, Object.assign(erasure, { status: 'incomplete', failure }));
    await this.audit.record(tx, context, {
      action: 'erasure.find_leftovers',
      subjectType: 'erasure',
      subjectId: erasure.id,
      fields: erasure.scan?.found.map(({ where }) => where) ?? [],
    });
  }
}

const isKnown = (subject: Subject): subject is KnownSubject => subject.person !== null;

const replacingOf = ({ id, pseudonym }: Erasure): Replacing => ({
  erasureId: id,
  pseudonym: pseudonym ?? '',
  isHeld: false,
});

/** What waits to be decided is found again, as it stands now; what was decided to stay, stays. */
async function forgetUndecided(tx: EntityManager, erasures: Erasure[]): Promise<void> {
  await tx.query('DELETE FROM erasure_mentions WHERE erasure_id = ANY ($1) AND decision IS NULL', [
    erasures.map(({ id }) => id),
  ]);
}

/** The ids of those of which somebody has to decide something first. */
async function undecidedAmong(tx: EntityManager, erasures: Erasure[]): Promise<Set<string>> {
  const sql =
    'SELECT DISTINCT erasure_id AS id FROM erasure_mentions WHERE erasure_id = ANY ($1) AND decision IS NULL';
  const rows = await tx.query<{ id: string }[]>(sql, [erasures.map(({ id }) => id)]);
  return new Set(rows.map(({ id }) => id));
}

function withReplaced(counts: ErasureCounts, texts: Record<string, number>): ErasureCounts {
  const all: ErasureCounts = structuredClone(counts);
  for (const [table, count] of Object.entries(texts)) {
    const ofTable = (all[table] ??= {});
    ofTable.replace = (ofTable.replace ?? 0) + count;
  }
  return all;
}
