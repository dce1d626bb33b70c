import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import { actingUserId, scopeOf, type RequestContext } from '@seloste/kernel';
import { Database, type ListReader } from '@seloste/platform';
import {
  forecastDays,
  type ForecastItem,
  type ForecastQuery,
  type ForecastResponse,
} from './forecast.dto.js';
import { countLeaving, readLeaving } from './read-forecast.js';

/** Whom an owner loses soon. */
export interface LeavingSoon {
  days: number;
  count: number;
  /** The first to go first, a few. */
  people: ForecastItem[];
}

/** How many are named in passing. */
const few = 5;

/** Who goes in the days to come, by owner and ground (H6, P8). */
@Injectable()
export class Forecast {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
  ) {}

  /** Within the caller's reach; with restricted people for a privacy officer who says why. */
  async read(context: RequestContext, query: ForecastQuery): Promise<ForecastResponse> {
    const today = await this.calendar.today();
    const seen = await this.privacy.read(context, { subjectType: 'contact' }, (reader) =>
      readForecast(reader, context, { today, query }),
    );
    await this.audit.recordRead(context, {
      action: 'retention_forecast.read',
      subjectType: 'contact',
      shownIds: seen.items.map(({ contactId }) => contactId),
    });
    return seen;
  }

  /** Those whom the caller looks after; null for who is not told of retention. Whoever shows it puts the look on record. */
  async leavingSoon(context: RequestContext): Promise<LeavingSoon | null> {
    const ownerId = actingUserId(context);
    const scope = scopeOf(context, 'retention.read');
    if (ownerId === null || (scope !== 'all' && scope.length === 0)) return null;
    const query = { days: forecastDays, ownerId, limit: few };
    const asked = { today: await this.calendar.today(), query };
    const { items } = await readLeaving(this.database, context, asked);
    if (items.length === 0) return { days: query.days, count: 0, people: [] };
    const { total } = await countLeaving(this.database, context, asked);
    return { days: query.days, count: total ?? 0, people: items };
  }
}

/** Counts come with the first page alone. */
async function readForecast(
  reader: ListReader,
  context: RequestContext,
  asked: { today: string; query: ForecastQuery },
): Promise<ForecastResponse> {
  const { days, cursor } = asked.query;
  const page = await readLeaving(reader, context, asked);
  if (cursor !== undefined) return { days, total: null, byWeek: [], byGround: [], byOwner: [], ...page };
  return { days, ...(await countLeaving(reader, context, asked)), ...page };
}
