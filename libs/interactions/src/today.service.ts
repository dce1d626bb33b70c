import { Inject, Injectable } from '@nestjs/common';
import { ContactsService } from '@seloste/contacts';
import { Calendar } from '@seloste/identity';
import { actingUserId, countLimit, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK, Database } from '@seloste/platform';
import { listInteractions } from './read-interactions.js';
import type { TodayCounts, TodayResponse } from './today.dto.js';

/** People added many at once came with a list: nobody has met them by that. */
const recentPeopleSql = `
  WITH talked_to AS (
    SELECT p.contact_id AS id, max(p.occurred_at) AS at
    FROM (SELECT id FROM interactions WHERE author_id = $1 ORDER BY occurred_at DESC, id DESC LIMIT 60) i
    JOIN interaction_participants p ON p.interaction_id = i.id GROUP BY 1
  ), added AS (
    SELECT id, created_at AS at
    FROM (SELECT id, created_at, created_by, count(*) OVER (PARTITION BY created_at) AS together
          FROM (SELECT id, created_at, created_by FROM contacts ORDER BY created_at DESC, id DESC LIMIT 200) latest) c
    WHERE created_by = $1 AND together = 1
  )
  SELECT r.id FROM (SELECT * FROM talked_to UNION ALL SELECT * FROM added) r
  JOIN contacts c ON c.id = r.id AND c.archived_at IS NULL
  GROUP BY r.id ORDER BY max(r.at) DESC LIMIT 8`;

const upToLimit = (from: string): string =>
  `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT ${countLimit + 1}) AS n)`;

const countsSql = `SELECT
  ${upToLimit('contacts WHERE archived_at IS NULL')} AS contacts,
  ${upToLimit('companies WHERE archived_at IS NULL')} AS companies,
  ${upToLimit(`interactions WHERE occurred_at >= date_trunc('week', $2::timestamptz AT TIME ZONE $1) AT TIME ZONE $1`)} AS "interactionsThisWeek"`;

/** Gathers what the page "Today" shows. */
@Injectable()
export class TodayService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactsService,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(context: RequestContext): Promise<TodayResponse> {
    const [recent, sinceYesterday, counts] = await Promise.all([
      this.database.read<{ id: string }>(recentPeopleSql, [actingUserId(context)]),
      this.sinceYesterday(),
      this.counts(),
    ]);
    return {
      recentPeople: await this.contacts.listByIds(recent.map(({ id }) => id)),
      sinceYesterday,
      counts,
    };
  }

  private async sinceYesterday(): Promise<TodayResponse['sinceYesterday']> {
    const [row] = await this.database.read<{ since: Date }>(
      `SELECT (date_trunc('day', $2::timestamptz AT TIME ZONE $1) - interval '1 day') AT TIME ZONE $1 AS since`,
      [await this.calendar.timeZone(), this.clock.now()],
    );
    const { items } = await listInteractions(this.database, {
      limit: 30,
      since: row?.since,
      isAuthored: true,
    });
    return items.map((item) => ({ kind: 'interaction', ...item }));
  }

  private async counts(): Promise<TodayCounts> {
    const [counts] = await this.database.read<{ [Key in keyof TodayCounts]: number }>(countsSql, [
      await this.calendar.timeZone(),
      this.clock.now(),
    ]);
    const told = (count: number | undefined): number | null =>
      count === undefined || count > countLimit ? null : count;
    return {
      contacts: told(counts?.contacts),
      companies: told(counts?.companies),
      interactionsThisWeek: told(counts?.interactionsThisWeek),
    };
  }
}
