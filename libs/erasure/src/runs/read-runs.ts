import { Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { contactsWithin } from '@seloste/identity';
import { NotFound, type Language, type Page, type PageRequest, type RequestContext } from '@seloste/kernel';
import {
  Conditions,
  Database,
  languageOf,
  readPage,
  referenceOf,
  whereOpen,
  type KeysetSort,
} from '@seloste/platform';
import { reasonOf, reasonOfPart, type Clock } from '@seloste/retention';
import { countsOf, type RunCounts } from './run-record.js';
import type { RunItemQuery, RunItemResponse, RunResponse, RunSummary } from './runs.dto.js';

const newestFirst: KeysetSort = {
  keys: [
    { sql: 'r.requested_at', type: 'timestamptz' },
    { sql: 'r.id', type: 'uuid' },
  ],
  descending: true,
};

const columns = `r.id, r.kind, r.dry_run AS "dryRun", r.status, r.requested_at AS "requestedAt", r.as_of::text AS "asOf",
  r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.failure, r.requested_by AS "requesterId", u.name AS "requesterName",
  r.counts, r.durations, r.rule_versions AS "ruleVersions"`;

const from = 'retention_runs r LEFT JOIN users u ON u.id = r.requested_by';

/** Of a run from before there were any, the parts are not known. */
type StoredCounts = Omit<RunCounts, 'parts'> & Partial<RunCounts>;

type Row = Omit<RunSummary, 'requestedBy' | 'people'> & {
  requesterId: string | null;
  requesterName: string | null;
  counts: StoredCounts | null;
  durations: Partial<RunResponse['durations']>;
  ruleVersions: Record<string, number> | null;
} & Record<string, unknown>;

const inOrder: KeysetSort = { keys: [{ sql: 'i.id', type: 'uuid' }], descending: false };

const itemColumns = `i.id, i.subject_type AS "subjectType", i.subject_id AS "subjectId", i.rule_key AS "ruleKey",
  i.rule_version AS "ruleVersion", i.ground, i.action, i.categories, i.due_on::text AS "dueOn", i.counted AS count, i.outcome, i.code,
  i.erasure_id AS "erasureId", i.done_at AS "doneAt", i.start, i.started_on::text AS "startedOn",
  (SELECT v.period FROM retention_rule_versions v WHERE v.key = i.rule_key AND v.version = i.rule_version) AS period`;

type ItemRow = Omit<RunItemResponse, 'subject' | 'reason'> & {
  name: string | null;
  start: Clock['start'] | null;
  startedOn: string | null;
  period: string | null;
  cursor_key: string[];
};

/** What runs did and are doing: counts for whoever watches over them, names for whoever may see the people. */
@Injectable()
export class Runs {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Newest first. */
  async list(request: PageRequest): Promise<Page<RunSummary>> {
    const query = { select: columns, from, where: [], parameters: [], sort: newestFirst };
    const page = await readPage<Row & { cursor_key: string[] }>(this.database, query, request);
    return { ...page, items: page.items.map((row) => toSummary(row, row.counts)) };
  }

  /** @throws NotFound */
  async get(id: string): Promise<RunResponse> {
    const [row] = await this.database.read<Row>(`SELECT ${columns} FROM ${from} WHERE r.id = $1`, [id]);
    if (!row) throw new NotFound('retention run');
    const counts = row.counts ?? (await countsOf(this.database, id));
    const items = await this.database.read<{ done: number; of: number }>(
      `SELECT count(*) FILTER (WHERE outcome <> 'pending')::int AS done, count(*)::int AS of FROM retention_run_items WHERE run_id = $1`,
      [id],
    );
    const { done = 0, of = 0 } = items[0] ?? {};
    const { planning = null, people = null, things = null } = row.durations;
    return {
      ...toSummary(row, row.startedAt === null ? null : counts),
      progress: { done: row.dryRun && row.status === 'complete' ? of : done, of },
      counts: { ...counts, parts: counts.parts ?? null },
      ruleVersions: row.ruleVersions,
      durations: { planning, people, things },
      exceptions: exceptionsIn(counts),
    };
  }

  /** The last run that changed something, or was to. */
  async last(): Promise<RunSummary | null> {
    const [row] = await this.database.read<Row>(
      `SELECT ${columns} FROM ${from} WHERE NOT r.dry_run ORDER BY r.requested_at DESC, r.id DESC LIMIT 1`,
    );
    return row ? toSummary(row, row.counts) : null;
  }

  /** @throws NotFound */
  async items(context: RequestContext, id: string, query: RunItemQuery): Promise<Page<RunItemResponse>> {
    const [known] = await this.database.read('SELECT 1 FROM retention_runs WHERE id = $1', [id]);
    if (!known) throw new NotFound('retention run');
    const conditions = new Conditions();
    conditions.add(id, (p) => `i.run_id = ${p}`);
    conditions.add(query.outcome, (p) => `i.outcome = ${p}`);
    const countParameters = [...conditions.parameters];
    const seen = contactsWithin(context, 'contacts.read', 'c', conditions.parameters);
    const page = await readPage<ItemRow>(
      this.database,
      {
        select: `${itemColumns}, ${whereOpen(seen, `btrim(c.first_name || ' ' || c.last_name)`)} AS name`,
        from: 'retention_run_items i LEFT JOIN contacts c ON c.id = i.subject_id',
        countFrom: 'retention_run_items i',
        where: conditions.where,
        parameters: conditions.parameters,
        countParameters,
        sort: inOrder,
      },
      query,
    );
    const shownIds = page.items.flatMap(({ subjectId }) => subjectId ?? []);
    const entry = { action: 'retention_run.read_items', subjectType: 'retention_run', subjectId: id };
    await this.audit.recordRead(context, { ...entry, shownIds });
    return { ...page, items: page.items.map((row) => toItem(context, row)) };
  }
}

/** People who failed, and rules about things that could not be followed. */
const exceptionsIn = ({ people, parts, rules }: StoredCounts): number =>
  people.failed +
  (parts?.failed ?? 0) +
  rules.filter((one) => one.outcome === 'failed' && one.subjectType !== 'contact').length;

const toSummary = (row: Row, counts: StoredCounts | null): RunSummary => ({
  id: row.id,
  kind: row.kind,
  dryRun: row.dryRun,
  status: row.status,
  requestedBy: referenceOf(row.requesterId, row.requesterName),
  requestedAt: row.requestedAt,
  asOf: row.asOf,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  failure: row.failure,
  people: counts?.people ?? null,
});

function toItem(context: RequestContext, row: ItemRow): RunItemResponse {
  const { ruleKey, dueOn, subjectId } = row;
  return {
    id: row.id,
    subjectType: row.subjectType,
    subject: referenceOf(subjectId, row.name),
    ...{ subjectId, ruleKey, ruleVersion: row.ruleVersion, ground: row.ground, action: row.action, dueOn },
    categories: row.categories,
    reason: reasonFor(row, languageOf(context)),
    ...{ count: row.count, outcome: row.outcome, code: row.code, erasureId: row.erasureId },
    doneAt: row.doneAt,
  };
}

function reasonFor(row: ItemRow, language: Language): string | null {
  const { ruleKey, dueOn, categories, start, startedOn, period } = row;
  if (categories !== null && dueOn !== null) {
    const action = row.outcome === 'waiting' ? 'review' : 'erase';
    return reasonOfPart({ categories, dueOn, start, startedOn, period, action }, language);
  }
  if (ruleKey === null || start === null || startedOn === null) return null;
  const action = row.action === 'review' ? 'review' : 'erase';
  return reasonOf({ dueOn, reviewOn: null, ground: ruleKey, start, startedOn, period, action }, language);
}
