import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { calendarDay, newId, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, csvFile, Database, isPassing, languageOf, Sealer, type CsvTable } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { ExportPart } from './export-part.entity.js';
import { ExportAccess } from './export-access.js';
import { isOfPeople, permissionFor, useOf, type ExportTable } from './export-tables.js';
import { watermarkHeading, watermarkText } from './export-texts.js';
import { Export, type ExportFailure } from './export.entity.js';
import { fileUse, filtersUse } from './sealed-uses.js';

/** Bytes of a file before they are sealed and put down. */
const partSize = 256 * 1024;

/** Somebody withdrew the file, or another try took over. */
class NotOurs extends Error {}
/** The maker may not take these rows along any more (K5). */
class AccessEnded extends Error {}

/** A try at one file: for whom, and what has been gathered of it. */
interface Attempt {
  id: string;
  token: string;
  wish: Export;
  context: RequestContext;
}

/** Writes a file in the name of its maker, with what the maker may see at this moment. */
@Injectable()
export class WriteExport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly access: ExportAccess,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Can run again: it begins anew, and an older try stops. */
  async run(id: string): Promise<void> {
    const token = newId();
    const wish = await this.begin(id, token);
    if (wish === null) return;
    try {
      const context = await this.contextOf(wish);
      await this.write({ id, token, wish, context });
    } catch (error) {
      if (error instanceof NotOurs) return;
      if (isPassing(error)) throw error; // the queue tries again
      await this.fail({ id, token }, error instanceof AccessEnded ? 'access_ended' : 'internal_error');
      if (!(error instanceof AccessEnded)) throw error;
    }
  }

  private async begin(id: string, token: string): Promise<Export | null> {
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.update(
        Export,
        { id, status: 'preparing' },
        { attempt: token, progressedAt: this.clock.now() },
      );
      if (!affected) return null;
      await tx.delete(ExportPart, { exportId: id });
      await tx.query('DELETE FROM export_people WHERE export_id = $1', [id]);
      return tx.findOneByOrFail(Export, { id });
    });
  }

  private async write(attempt: Attempt): Promise<void> {
    const { wish, context } = attempt;
    const filters = JSON.parse(this.sealer.open(wish.filters, filtersUse, wish.id) ?? '{}') as object;
    const table = await this.access.tables.of(wish.kind, useOf(wish)).table(context, filters);
    const rows = counted(table.rows);
    let gathered: Buffer[] = [];
    let [position, size] = [0, 0];
    for await (const chunk of csvFile(await this.marked({ ...table, rows: rows.all }, attempt))) {
      gathered.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size < partSize) continue;
      await this.keep(attempt, position++, Buffer.concat(gathered), rows.take());
      [gathered, size] = [[], 0];
    }
    await this.keep(attempt, position, Buffer.concat(gathered), rows.take());
    await this.finish(attempt, { people: rows.count(), leftOut: table.leftOut?.() ?? null });
  }

  /** The table with a column that says on every row whose file it is. */
  private async marked<Row>(table: CsvTable<Row>, { wish, context }: Attempt): Promise<CsvTable<Row>> {
    const language = languageOf(context);
    const timeZone = await this.access.calendar.timeZone();
    const text = watermarkText[language]({
      name: await this.access.nameOf(wish.requestedBy),
      madeOn: calendarDay(this.clock.now(), timeZone),
      expiresOn: calendarDay(wish.expiresAt, timeZone),
      exportId: wish.id,
      purpose: wish.purpose,
    });
    return {
      ...table,
      columns: [...table.columns, { heading: watermarkHeading[language], value: () => text }],
    };
  }

  /** Puts a piece down, if the maker may still have it. @throws AccessEnded, NotOurs */
  private async keep(attempt: Attempt, position: number, bytes: Buffer, ids: string[]): Promise<void> {
    const { id, wish } = attempt;
    await this.contextOf(wish);
    await this.database.transaction(async (tx) => {
      await this.move(tx, attempt, {});
      const sealed = this.sealer.seal(bytes.toString('base64'), fileUse, `${id} ${position}`);
      await tx.insert(ExportPart, { exportId: id, position, sealed });
      if (isOfPeople(wish.kind)) await enterPeople(tx, id, ids);
    });
  }

  private async finish(attempt: Attempt, counts: Pick<Export, 'people' | 'leftOut'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.move(tx, attempt, { ...counts, status: 'ready', preparedAt: this.clock.now() });
      const entry = { action: 'export.prepare', subjectType: 'export', subjectId: attempt.id };
      await this.audit.record(tx, attempt.context, entry);
    });
  }

  private async fail(attempt: { id: string; token: string }, failure: ExportFailure): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.update(
        Export,
        { id: attempt.id, status: 'preparing', attempt: attempt.token },
        { status: 'failed', failure },
      );
      if (!affected) return;
      await tx.delete(ExportPart, { exportId: attempt.id });
      const context = { actor: { kind: 'system', name: 'exports' }, requestId: attempt.id } as const;
      const entry = { action: 'export.fail', subjectType: 'export', subjectId: attempt.id };
      await this.audit.record(tx, context, entry);
    });
  }

  /** @throws NotOurs */
  private async move(tx: EntityManager, { id, token }: Attempt, changes: Partial<Export>): Promise<void> {
    const { affected } = await tx.update(
      Export,
      { id, status: 'preparing', attempt: token },
      { ...changes, progressedAt: this.clock.now() },
    );
    if (!affected) throw new NotOurs();
  }

  /** @throws AccessEnded */
  private async contextOf(wish: Export): Promise<RequestContext> {
    const context = await this.access.users.contextOf(wish.requestedBy, permissionFor[wish.kind], wish.id);
    if (context === null) throw new AccessEnded();
    return context;
  }
}

/** Notes whom the file holds. Who was restricted since they were read is not noted: by that the file is found outdated. */
async function enterPeople(tx: EntityManager, exportId: string, ids: string[]): Promise<void> {
  await tx.query(
    `INSERT INTO export_people (export_id, contact_id)
     SELECT $1, c.id FROM contacts c WHERE c.id = ANY ($2::uuid[]) ON CONFLICT DO NOTHING`,
    [exportId, ids],
  );
}

/** Rows on their way, their ids noted until somebody takes them. */
function counted(rows: Awaited<ReturnType<ExportTable['table']>>['rows']) {
  let ids: string[] = [];
  let total = 0;
  async function* passing() {
    for await (const row of rows) {
      ids.push(row.id);
      total += 1;
      yield row;
    }
  }
  const take = (): string[] => {
    const taken = ids;
    ids = [];
    return taken;
  };
  return { all: passing(), take, count: () => total };
}
