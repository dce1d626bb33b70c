import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { clockColumn } from '@seloste/retention';
import type { EntityManager } from 'typeorm';
import { readHeld, type HeldOnPerson } from './held-on-person.js';
import { MyDataLinks, type OpenLink } from './my-data-links.js';
import { MyDataSessions, type OpenSession } from './my-data-sessions.js';

/** Whoever acts here is the person, known by a link or a cookie. */
export const personIn = (requestId: string): RequestContext => ({
  actor: { kind: 'system', name: 'person' },
  requestId,
});

/** Somebody on their own page, with what is held. */
export interface OwnVisit {
  session: OpenSession;
  held: HeldOnPerson;
}

/** Transactions that act for the person of a link or a cookie, and for nobody else; restricted people see theirs, too. */
@Injectable()
export class MyDataVisits {
  constructor(
    private readonly database: Database,
    private readonly officer: PrivacyOfficer,
    private readonly links: MyDataLinks,
    private readonly sessions: MyDataSessions,
    private readonly audit: Audit,
  ) {}

  /** Null where no page is open. @param work what the person does there */
  visit<T>(
    token: string | null,
    timeZone: string,
    work: (tx: EntityManager, visit: OwnVisit) => Promise<T>,
  ): Promise<T | null> {
    if (token === null) return Promise.resolve(null);
    return this.acting(async (tx) => {
      const session = await this.sessions.find(tx, token);
      if (!session) return null;
      const { contactId } = session;
      const held = await readHeld(tx, { contactId, timeZone, clockSql: clockColumn('c') });
      return held && work(tx, { session, held });
    });
  }

  look(token: unknown, confirms: 'erasure' | null): Promise<OpenLink | null> {
    return this.acting((tx) => this.links.find(tx, token, confirms));
  }

  /** Opens the page. @returns the token of its cookie; null for a link that opens nothing */
  enter(requestId: string, token: unknown): Promise<string | null> {
    return this.use(token, null, async (tx, link) => {
      const { contactId: subjectId } = link;
      const entry = { action: 'my_data.enter', subjectType: 'contact', subjectId };
      await this.audit.record(tx, personIn(requestId), entry);
      return this.sessions.begin(tx, link);
    });
  }

  /** One use of a link. */
  use<T>(
    token: unknown,
    confirms: 'erasure' | null,
    work: (tx: EntityManager, link: OpenLink) => Promise<T>,
  ): Promise<T | null> {
    return this.acting(async (tx) => {
      const link = await this.links.use(tx, token, confirms);
      return link && work(tx, link);
    });
  }

  /** The cookie opens nothing afterwards, wherever it was copied to. */
  async leave(token: string | null): Promise<void> {
    await this.acting(async (tx) => {
      const session = await this.sessions.find(tx, token);
      if (session) await this.sessions.end(tx, session);
    });
  }

  private acting<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => this.officer.carryOut(tx, () => work(tx)));
  }
}
