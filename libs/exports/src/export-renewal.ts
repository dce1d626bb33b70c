import { Injectable } from '@nestjs/common';
import { contactsWithin } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import { Permissions } from '@seloste/permissions';
import { readerOf } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { ExportPreparation } from './export-preparation.js';
import { isOfPeople, useOf } from './export-tables.js';
import { Export } from './export.entity.js';

/** Has a file made anew when somebody in it must not leave any more. */
@Injectable()
export class ExportRenewal {
  constructor(
    private readonly permissions: Permissions,
    private readonly preparation: ExportPreparation,
  ) {}

  /** Begins to make the file anew if that is needed; says whether it was. */
  async beginIfOutdated(tx: EntityManager, context: RequestContext, file: Export): Promise<boolean> {
    const outdated = isOfPeople(file.kind)
      ? this.isOutdated(tx, context, file)
      : mayHaveBeenForbidden(tx, file);
    if (!(await outdated)) return false;
    await tx.update(Export, { id: file.id }, { status: 'preparing' });
    await this.preparation.request(tx, file.id);
    return true;
  }

  /**
   * Is somebody in the file whom the maker may not take along any more, or who may not be contacted so any more? Who is
   * restricted is not counted, by row-level security.
   */
  private async isOutdated(tx: EntityManager, context: RequestContext, file: Export): Promise<boolean> {
    const parameters: unknown[] = [file.id];
    const within = contactsWithin(context, 'contacts.export', 'c', parameters) ?? 'true';
    const people = await tx.query<{ id: string }[]>(
      `SELECT c.id FROM export_people p JOIN contacts c ON c.id = p.contact_id
       WHERE p.export_id = $1 AND ${within}`,
      parameters,
    );
    if (people.length !== file.people) return true;
    const use = useOf(file);
    if (use === null) return false;
    const ids = people.map(({ id }) => id);
    const decisions = await this.permissions.decideAll(readerOf(tx), ids, use);
    return ids.some((id) => decisions.get(id)?.allowed !== true);
  }
}

/** Has any company said no to this since the file was written? */
async function mayHaveBeenForbidden(tx: EntityManager, file: Export): Promise<boolean> {
  const use = useOf(file);
  if (use === null) return false;
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM objections WHERE company_id IS NOT NULL AND recorded_at >= $1 AND channel IN ('all', $2)
       AND purpose IN ('all', $3) LIMIT 1`,
    [file.progressedAt, use.channel, use.purpose],
  );
  return rows.length > 0;
}
