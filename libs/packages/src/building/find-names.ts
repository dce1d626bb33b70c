import { Inject, Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import { newId, type Clock } from '@seloste/kernel';
import { CLOCK, Database, MasterKey } from '@seloste/platform';
import { RequestTrail } from '@seloste/requests';
import type { EntityManager } from 'typeorm';
import { portable } from '../contents/given.js';
import { Others } from '../contents/others.js';
import { PersonData, type Section } from '../contents/person-data.js';
import { digestOf, namingTexts, type NamingText } from '../contents/redact.js';
import { PackageRedaction } from '../package-redaction.entity.js';
import { Package } from '../package.entity.js';
import { contextOf, requestOf, type Attempt } from './kit.js';

/** Rows between two notes of how far it is. */
const stride = 200;

/** Everything was looked through: the package waits for its release. */
@Injectable()
export class ReviewBegins {
  constructor(
    private readonly trail: RequestTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async begin(tx: EntityManager, work: Package): Promise<void> {
    await tx.update(Package, { id: work.id }, { status: 'review', preparedAt: this.clock.now() });
    const about = { type: 'package', id: work.id };
    const request = await requestOf(tx, work);
    await this.trail.record(tx, contextOf(work.id), request, {
      step: 'package_made',
      code: work.kind,
      about,
    });
  }
}

/** Looks for names of other people in what is to leave, for the officer to decide on (GDPR Art. 15(4)). */
@Injectable()
export class FindNames {
  private readonly key: Buffer;

  constructor(
    masterKey: MasterKey,
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly data: PersonData,
    private readonly ending: ReviewBegins,
  ) {
    this.key = Buffer.from(masterKey.derive('texts of packages'), 'hex');
  }

  /** Of the texts in packages. */
  get digestKey(): Buffer {
    return this.key;
  }

  async run(attempt: Attempt): Promise<void> {
    const { work } = attempt;
    const done = await this.database.transaction((tx) =>
      this.privacy.carryOut(tx, async () => {
        const { contactId } = await requestOf(tx, work);
        const sections = await this.sectionsOf(tx, work, contactId);
        const total = sections.reduce((sum, { count }) => sum + count, 0);
        await attempt.progress(0, async (other) => {
          await other.update(Package, { id: work.id }, { rowsTotal: total });
        });
        return this.look(attempt, sections, await Others.around(tx, contactId));
      }),
    );
    await attempt.progress(done, (tx) => this.ending.begin(tx, work));
  }

  /** What the package holds. */
  async sectionsOf(tx: EntityManager, { kind }: Package, contactId: string): Promise<Section[]> {
    const all = await this.data.of(tx, contactId);
    return kind === 'access' ? all : portable(all);
  }

  private async look(attempt: Attempt, sections: Section[], others: Others): Promise<number> {
    let [done, found] = [0, [] as NamingText[]];
    const keep = async () => {
      const rows = found.flatMap((text) => this.redactionsOf(attempt.work.id, text));
      found = [];
      await attempt.progress(done, async (tx) => {
        if (rows.length > 0) await tx.insert(PackageRedaction, rows);
      });
    };
    for (const section of sections)
      for await (const row of section.rows()) {
        found.push(...namingTexts(section, row, others));
        if (++done % stride === 0) await keep();
      }
    await keep();
    return done;
  }

  private redactionsOf(packageId: string, { found, text, ...where }: NamingText): PackageRedaction[] {
    const textDigest = digestOf(this.key, text);
    return found.map(({ start, end }) => ({
      ...{ id: newId(), packageId, ...where, starts: start, ends: end, textDigest },
      ...{ decision: null, decidedBy: null },
    }));
  }
}
