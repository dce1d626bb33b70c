import { Injectable } from '@nestjs/common';
import { assertMayOwn, Calendar, UserAccess, UserDirectory } from '@seloste/identity';
import { mayOwn, scopeOf, type RequestContext } from '@seloste/kernel';
import { sourceOf } from '@seloste/platform';
import type { Import } from './import.entity.js';
import type { MapImport } from './imports.dto.js';

/** What an import refers to outside its file: the owner of what comes in, the day, and whoever asked for it. */
@Injectable()
export class ImportReferences {
  constructor(
    private readonly users: UserDirectory,
    private readonly access: UserAccess,
    private readonly calendar: Calendar,
  ) {}

  /** The source's columns. @throws InvalidInput for an unknown owner, one out of the caller's reach, or an unexplained source */
  async sourceOf(
    context: RequestContext,
    { source, ownerId }: MapImport,
  ): Promise<Pick<Import, 'sourceKind' | 'sourceWhat' | 'sourceOn'>> {
    if (ownerId) await this.users.assertActiveUser(ownerId);
    assertMayOwn(context, ['contacts.import'], ownerId ?? null);
    const { kind, what, when } = sourceOf(source, 'source', await this.calendar.today());
    return { sourceKind: kind, sourceWhat: what, sourceOn: when };
  }

  /** The controller's calendar day, from which the clocks of the people run. */
  today(): Promise<string> {
    return this.calendar.today();
  }

  /**
   * On whose behalf a run goes on, with what they may do right now; null when they may no longer bring in what the
   * import brings (K5).
   */
  async requesterOf({ requestedBy, requestId, ownerId }: Requested): Promise<RequestContext | null> {
    if (requestedBy === null)
      return { actor: { kind: 'system', name: 'import' }, requestId: requestId ?? '' };
    const context = await this.access.contextOf(requestedBy, 'contacts.import', requestId ?? '');
    return context && mayOwn(scopeOf(context, 'contacts.import'), ownerId) ? context : null;
  }
}

export type Requested = Pick<Import, 'requestedBy' | 'requestId' | 'ownerId'>;
