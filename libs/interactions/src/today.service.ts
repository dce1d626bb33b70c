import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { ContactsService } from '@seloste/contacts';
import { Calendar, companiesWithin, contactsWithin, interactionsWithin } from '@seloste/identity';
import { actingUserId, countLimit, type RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import { listInteractions } from './read-interactions.js';
import { TodayDuties } from './today-duties.js';
import type { TodayCounts, TodayResponse } from './today.dto.js';

/** People added many at once came with a list: nobody has met them by that. */
const recentPeople = (within: string | null): string => `
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
  JOIN contacts c ON c.id = r.id AND c.archived_at IS NULL${and(within)}
  GROUP BY r.id ORDER BY max(r.at) DESC LIMIT 8`;

const and = (condition: string | null): string => (condition === null ? '' : ` AND ${condition}`);

const upToLimit = (from: string): string =>
  `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT ${countLimit + 1}) AS n)`;

/** Refers to the time zone as $1 and to its present day as $2; more values are pushed to `parameters`. */
const counts = (context: RequestContext, parameters: unknown[]): string => `SELECT
  ${upToLimit(`contacts c WHERE c.archived_at IS NULL${and(contactsWithin(context, 'contacts.read', 'c', parameters))}`)} AS contacts,
  ${upToLimit(`companies co WHERE co.archived_at IS NULL${and(companiesWithin(context, 'companies.read', 'co', parameters))}`)} AS companies,
  ${upToLimit(`interactions i WHERE i.occurred_at >= date_trunc('week', $2::date::timestamp) AT TIME ZONE $1${and(interactionsWithin(context, 'interactions.read', 'i', parameters))}`)} AS "interactionsThisWeek"`;

/** Gathers what the page "Today" shows. */
@Injectable()
export class TodayService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly contacts: ContactsService,
    private readonly calendar: Calendar,
    private readonly duties: TodayDuties,
  ) {}

  async get(context: RequestContext): Promise<TodayResponse> {
    const [recent, sinceYesterday, numbers, reminders, leaving] = await Promise.all([
      this.recentPeople(context),
      this.sinceYesterday(context),
      this.counts(context),
      this.duties.reminders(context),
      this.duties.leaving(context),
    ]);
    await this.audit.recordRead(context, {
      action: 'today.read',
      subjectType: 'today',
      shownIds: shownIn([...recent, ...(leaving?.people ?? [])], sinceYesterday),
    });
    return { recentPeople: recent, sinceYesterday, counts: numbers, reminders, leaving };
  }

  private async recentPeople(context: RequestContext): Promise<TodayResponse['recentPeople']> {
    const parameters: unknown[] = [actingUserId(context)];
    const within = contactsWithin(context, 'contacts.read', 'c', parameters);
    const recent = await this.database.read<{ id: string }>(recentPeople(within), parameters);
    return this.contacts.listByIds(
      context,
      recent.map(({ id }) => id),
    );
  }

  private async sinceYesterday(context: RequestContext): Promise<TodayResponse['sinceYesterday']> {
    const [row] = await this.database.read<{ since: Date }>(
      `SELECT ($2::date - 1)::timestamp AT TIME ZONE $1 AS since`,
      [await this.calendar.timeZone(), await this.calendar.today()],
    );
    const { items } = await listInteractions(this.database, context, {
      limit: 30,
      since: row?.since,
      isAuthored: true,
      isUncounted: true,
    });
    return items.map((item) => ({ kind: 'interaction', ...item }));
  }

  private async counts(context: RequestContext): Promise<TodayCounts> {
    const parameters: unknown[] = [await this.calendar.timeZone(), await this.calendar.today()];
    const [numbers] = await this.database.read<{ [Key in keyof TodayCounts]: number }>(
      counts(context, parameters),
      parameters,
    );
    const told = (count: number | undefined): number | null =>
      count === undefined || count > countLimit ? null : count;
    return {
      contacts: told(numbers?.contacts),
      companies: told(numbers?.companies),
      interactionsThisWeek: told(numbers?.interactionsThisWeek),
    };
  }
}

/** Whose data the page holds. */
const shownIn = (people: { id: string }[], happened: TodayResponse['sinceYesterday']): string[] => [
  ...new Set([...people.map(({ id }) => id), ...happened.flatMap(({ contactIds }) => contactIds)]),
];
