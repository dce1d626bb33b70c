import { Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { AutomatedSequences, Consents, Objections, type PersonLink } from '@seloste/permissions';
import { Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import type { ConsentGiven, ObjectionInForce } from './held.js';
import type { PersonsVisit } from './link-visits.js';
import { covers, type Cell } from './standing.js';
import { withoutCell, type PurposeKind } from './without-cell.js';

/** By which page a person said so. */
export type SaidVia = 'one_click' | 'unsubscribe_page' | 'preference_page';

/** A "no" of a person's, by a link of theirs. */
interface Stop {
  cell: Cell;
  receivedVia: SaidVia;
  /** Consents that end with it; none by default: the "no" outweighs them in any case. */
  consents?: readonly ConsentGiven[];
}

/** Who acts, and in which request. */
interface Acting {
  context: RequestContext;
  contactId: string;
}

/** What a person does by a link of their own. Each act is one transaction; twice is once. */
@Injectable()
export class LinkActs {
  constructor(
    private readonly database: Database,
    private readonly officer: PrivacyOfficer,
    private readonly objections: Objections,
    private readonly consents: Consents,
    private readonly sequences: AutomatedSequences,
  ) {}

  /** In force when it returns (GDPR Art. 7(3), 21(3); C8, H12). A link without its person has nothing to stop. */
  async stop(requestId: string, link: PersonLink, { cell, receivedVia, consents = [] }: Stop): Promise<void> {
    const consentIds = consents.filter((consent) => endsWith(consent, cell)).map(({ id }) => id);
    await this.act(requestId, link, async (tx, { context, contactId }) => {
      const { id: linkId, messageId } = link;
      await this.objections.record(tx, context, { contactId, ...cell, receivedVia, messageId, linkId });
      await this.consents.withdraw(tx, context, { contactId, consentIds, receivedVia, linkId });
    });
  }

  /**
   * Opens one thing and nothing else: what a broader "no" also said stays said.
   * @param wording the consent that it takes, word for word; null where it takes none
   */
  async allow(requestId: string, visit: PersonsVisit, cell: Cell, wording: string | null): Promise<void> {
    const { link, person, purposes, phrases } = visit;
    const purpose = purposes.find(({ key }) => key === cell.purpose);
    if (!purpose) return;
    const covering = person.objections.filter((objection) => covers(objection, cell, purpose));
    await this.act(requestId, link, async (tx, acting) => {
      const { context, contactId } = acting;
      const taken = await this.said(tx, acting, { linkId: link.id, objections: covering });
      const existing = await everyPurpose(tx);
      const own = { contactId, linkId: link.id };
      const objectionIds = taken.map(({ id }) => id);
      const withdrawn = await this.objections.withdraw(tx, { ...own, objectionIds }, context);
      const rest = taken
        .filter(({ id }) => withdrawn.includes(id))
        .flatMap((one) => withoutCell(one, cell, existing));
      for (const kept of rest)
        await this.objections.record(tx, context, { ...own, ...kept, receivedVia: 'preference_page' });
      if (wording !== null)
        await this.consents.record(tx, context, {
          contactId,
          ...cell,
          wording,
          language: phrases.language,
          obtainedVia: 'preference_page',
        });
    });
  }

  /** These, those that an erasure left now said by this record too: so that there is something to take back. */
  private async said(
    tx: EntityManager,
    { context, contactId }: Acting,
    { linkId, objections }: { linkId: string; objections: readonly ObjectionInForce[] },
  ): Promise<ObjectionInForce[]> {
    const said: ObjectionInForce[] = [];
    for (const { isInherited, ...objection } of objections) {
      if (!isInherited) {
        said.push(objection);
        continue;
      }
      const { channel, purpose, since } = objection;
      const no = { contactId, linkId, channel, purpose, objectedAt: new Date(since) };
      const { id } = await this.objections.record(tx, context, { ...no, receivedVia: 'preference_page' });
      said.push({ ...objection, id });
    }
    return said;
  }

  /** Double opt-in (GDPR Art. 7(1)). @returns whether it is confirmed */
  async confirm(requestId: string, link: PersonLink, consentId: string): Promise<boolean> {
    const isConfirmed = await this.act(requestId, link, (tx, { context, contactId }) =>
      this.consents.confirm(tx, context, { contactId, consentId, linkId: link.id }),
    );
    return isConfirmed === true;
  }

  async endSequence(requestId: string, link: PersonLink, id: string): Promise<void> {
    await this.act(requestId, link, (tx, { context, contactId }) =>
      this.sequences.stop(tx, context, { contactId, id, linkId: link.id }),
    );
  }

  /**
   * A restricted person decides like anybody (GDPR Art. 18 stops us, not them): then, and only for what is theirs, the
   * transaction sees restricted rows.
   */
  private async act<T>(
    requestId: string,
    { contactId, restricted }: PersonLink,
    work: (tx: EntityManager, acting: Acting) => Promise<T>,
  ): Promise<T | undefined> {
    if (contactId === null) return undefined;
    const context: RequestContext = { actor: { kind: 'system', name: 'person' }, requestId };
    return this.database.transaction((tx) => {
      const acting = () => work(tx, { context, contactId });
      return restricted ? this.officer.carryOut(tx, acting) : acting();
    });
  }
}

/** Those that are switched off, too, while none can be added: one that comes later finds what stays forbidden. */
async function everyPurpose(tx: EntityManager): Promise<PurposeKind[]> {
  await tx.query('LOCK TABLE purposes IN SHARE MODE');
  return tx.query<PurposeKind[]>('SELECT key, class FROM purposes');
}

/** Does saying no to this take back that "yes"? A "yes" for more than what is stopped stays, and is outweighed there. */
const endsWith = (consent: ConsentGiven, { channel, purpose }: Cell): boolean =>
  (purpose === 'all' || consent.purpose === purpose) && (channel === 'all' || consent.channel === channel);
