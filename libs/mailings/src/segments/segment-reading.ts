import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import type { Clock, RequestContext } from '@seloste/kernel';
import { Permissions } from '@seloste/permissions';
import { CLOCK, Database, languageOf } from '@seloste/platform';
import { countPeople, readPeople, type SegmentView } from './people-of-segment.js';
import type { SegmentPeoplePage, SegmentPeopleQuery, SegmentProfiling } from './segments.dto.js';
import { readSegment } from './segments.service.js';

/** Looking at the people of a segment, as they are right now: each look is on record. */
@Injectable()
export class SegmentReading {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    private readonly permissions: Permissions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async people(context: RequestContext, id: string, query: SegmentPeopleQuery): Promise<SegmentPeoplePage> {
    const segment = await readSegment(this.database, id);
    const view = { segment, timeZone: await this.calendar.timeZone(), at: this.clock.now() };
    const page = await readPeople(this.database, context, view, query);
    const counts = query.cursor === undefined ? await countPeople(this.database, context, view) : null;
    await this.audit.recordRead(context, {
      action: 'segment.list_people',
      subjectType: 'segment',
      subjectId: id,
      shownIds: page.items.map((person) => person.id),
    });
    return {
      ...page,
      total: counts?.total ?? null,
      profiling: counts && this.profilingOf(context, view, counts.leftOut),
    };
  }

  private profilingOf(
    context: RequestContext,
    { segment: { profilingPurpose: purpose } }: SegmentView,
    byCode: Record<string, number>,
  ): SegmentProfiling | null {
    if (purpose === null) return null;
    const off = { code: 'purpose_off', since: null, evidence: null } as const;
    const attempt = { channel: 'email', purpose } as const;
    return {
      purpose,
      leftOut: Object.values(byCode).reduce((sum, n) => sum + n, 0),
      byCode,
      sentence:
        'purpose_off' in byCode ? this.permissions.sentenceOf(off, attempt, languageOf(context)) : null,
    };
  }
}
