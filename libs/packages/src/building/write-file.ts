import { Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import { Database, Sealer } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { coverOf } from '../contents/cover.js';
import { Others } from '../contents/others.js';
import { keyOf, redacted } from '../contents/redact.js';
import type { DataRow, Section } from '../contents/person-data.js';
import { archiveOf } from '../files/archive.js';
import type { Contents } from '../files/documents.js';
import { PackagePart } from '../package-part.entity.js';
import { PackageRedaction } from '../package-redaction.entity.js';
import { FindNames } from './find-names.js';
import { partUse, requestOf, type Attempt } from './kit.js';
import { SendLink } from './send-link.js';

/** Bytes of the file before they are sealed and put down. */
const partSize = 256 * 1024;

interface Part {
  position: number;
  bytes: Buffer;
}

/** Writes a released package, piece by piece, without the names that are to stay out. */
@Injectable()
export class WriteFile {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly names: FindNames,
    private readonly sealer: Sealer,
    private readonly link: SendLink,
  ) {}

  async run(attempt: Attempt): Promise<void> {
    const { work } = attempt;
    let done = 0;
    const count = () => void (done += 1);
    await this.database.transaction((tx) =>
      this.privacy.carryOut(tx, async () => {
        const contents = await this.contentsOf(tx, attempt, count);
        await this.keep(attempt, archiveOf(work.kind, contents), () => done);
      }),
    );
    await attempt.progress(done, (tx) => this.link.send(tx, work));
  }

  private async contentsOf(tx: EntityManager, { work }: Attempt, count: () => void): Promise<Contents> {
    const { contactId } = await requestOf(tx, work);
    const { language } = work;
    const sections = await this.names.sectionsOf(tx, work, contactId);
    const stays = await tx.findBy(PackageRedaction, { packageId: work.id, decision: 'keep' });
    const kept = new Set(
      stays.map((one) => keyOf(one, { start: one.starts, end: one.ends }, one.textDigest)),
    );
    const rules = { others: await Others.around(tx, contactId), key: this.names.digestKey, kept };
    async function* rows(section: Section): AsyncGenerator<DataRow> {
      for await (const row of section.rows()) {
        count();
        yield redacted(section, row, rules);
      }
    }
    const cover = await coverOf(tx, contactId, language);
    return { language, madeAt: work.requestedAt, cover, sections, rows };
  }

  private async keep(attempt: Attempt, file: AsyncIterable<Buffer>, done: () => number): Promise<void> {
    let [gathered, size, position]: [Buffer[], number, number] = [[], 0, 0];
    const put = () => {
      const bytes = Buffer.concat(gathered);
      [gathered, size] = [[], 0];
      return attempt.progress(done(), (tx) =>
        this.insert(tx, attempt.work.id, { position: position++, bytes }),
      );
    };
    for await (const chunk of file) {
      gathered.push(chunk);
      size += chunk.length;
      if (size >= partSize) await put();
    }
    if (size > 0) await put();
  }

  private async insert(tx: EntityManager, packageId: string, { position, bytes }: Part): Promise<void> {
    const sealed = this.sealer.seal(bytes.toString('base64'), partUse, `${packageId} ${position}`);
    await tx.insert(PackagePart, { packageId, position, sealed });
  }
}
