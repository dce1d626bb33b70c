import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  newId,
  NotFound,
  type Clock,
  type Page,
  type RequestContext,
} from '@seloste/kernel';
import {
  assertVersion,
  CLOCK,
  Database,
  readerOf,
  readPage,
  type ListQuery,
  type Reader,
} from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { classOfPurpose } from '../purpose-class.js';
import { industryPrefixes } from './industry-prefixes.js';
import { Segment, type SegmentFilters } from './segment.entity.js';
import type { CreateSegment, SegmentFiltersDto, SegmentResponse, UpdateSegment } from './segments.dto.js';
import { SegmentInUse } from './segments.errors.js';

const columns = `s.id, s.name, s.filters, s.profiling_purpose AS "profilingPurpose", s.created_at AS "createdAt",
  CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "createdBy",
  s.updated_at AS "updatedAt", s.version`;
const tables = 'segments s LEFT JOIN users u ON u.id = s.created_by';

/** Which segments there are. They belong to the company, not to who made them. */
@Injectable()
export class SegmentsService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By name. */
  async list(query: ListQuery): Promise<Page<SegmentResponse>> {
    const page = await readPage<SegmentResponse & { cursor_key: string[] }>(
      this.database,
      {
        select: columns,
        from: tables,
        countFrom: 'segments s',
        where: [],
        parameters: [],
        sort: {
          keys: [
            { sql: 'lower(s.name)', type: 'text' },
            { sql: 's.id', type: 'uuid' },
          ],
          descending: false,
        },
      },
      query,
    );
    return { ...page, items: page.items.map(({ cursor_key: _, ...segment }) => segment) };
  }

  /** @throws NotFound */
  get(id: string): Promise<SegmentResponse> {
    return readSegment(this.database, id);
  }

  /** @throws InvalidInput for an industry or a purpose that is none */
  async create(context: RequestContext, input: CreateSegment): Promise<SegmentResponse> {
    const id = newId();
    const filters = filtersOf(input.filters);
    const profilingPurpose = await this.profilingPurposeOf(input);
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await tx.insert(Segment, {
        id,
        name: input.name,
        filters,
        profilingPurpose,
        version: 1,
        createdAt: now,
        createdBy: actingUserId(context),
        updatedAt: now,
      });
      await this.audit.record(tx, context, onRecord('segment.create', id, Object.keys(filters)));
    });
    return this.get(id);
  }

  /** @throws NotFound, StaleVersion, InvalidInput */
  async update(
    context: RequestContext,
    id: string,
    input: UpdateSegment,
    ifMatch?: number,
  ): Promise<SegmentResponse> {
    const profilingPurpose = await this.profilingPurposeOf(input);
    return this.database.transaction(async (tx) => {
      const segment = await lockSegment(tx, id);
      assertVersion(segment, ifMatch);
      const filters = input.filters && filtersOf(input.filters);
      const changed: string[] = [];
      if (input.name !== undefined && input.name !== segment.name) changed.push('name');
      if (filters && !isDeepStrictEqual(filters, segment.filters)) changed.push('filters');
      if (input.profilingPurpose !== undefined && profilingPurpose !== segment.profilingPurpose)
        changed.push('profilingPurpose');
      if (changed.length > 0) {
        segment.name = input.name ?? segment.name;
        segment.filters = filters ?? segment.filters;
        if (input.profilingPurpose !== undefined) segment.profilingPurpose = profilingPurpose;
        segment.version += 1;
        segment.updatedAt = this.clock.now();
        await tx.save(segment);
        await this.audit.record(tx, context, onRecord('segment.update', id, changed));
      }
      return readSegment(readerOf(tx), id);
    });
  }

  /** What was sent to these people keeps their filters. @throws NotFound, SegmentInUse */
  async remove(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockSegment(tx, id);
      const drafts = await tx.query<unknown[]>(
        `SELECT 1 FROM mailings WHERE segment_id = $1 AND status = 'draft' LIMIT 1`,
        [id],
      );
      if (drafts.length > 0) throw new SegmentInUse();
      await tx.delete(Segment, { id });
      await this.audit.record(tx, context, onRecord('segment.delete', id));
    });
  }

  private async profilingPurposeOf({
    profilingPurpose,
  }: Pick<CreateSegment, 'profilingPurpose'>): Promise<string | null> {
    if (!profilingPurpose) return null;
    const field = 'profilingPurpose';
    if ((await classOfPurpose(this.database, profilingPurpose, field)) !== 'profiling')
      throw InvalidInput.of(field, 'not_profiling', 'must be a purpose of class profiling');
    return profilingPurpose;
  }
}

/** @throws NotFound */
export async function readSegment(reader: Reader, id: string): Promise<SegmentResponse> {
  const [segment] = await reader.read<SegmentResponse>(`SELECT ${columns} FROM ${tables} WHERE s.id = $1`, [
    id,
  ]);
  if (!segment) throw new NotFound('segment');
  return segment;
}

/** The segment, kept from others' changes until the transaction ends. @throws NotFound */
async function lockSegment(tx: EntityManager, id: string): Promise<Segment> {
  const segment = await tx.findOne(Segment, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!segment) throw new NotFound('segment');
  return segment;
}

/** The filters that are given. @throws InvalidInput for an industry that is none, and for days that leave nobody */
function filtersOf(input: SegmentFiltersDto): SegmentFilters {
  if (input.industry !== undefined) industryPrefixes(input.industry);
  const { lastContactAfter, lastContactBefore } = input;
  // Both are YYYY-MM-DD, and the last contact is on the one at the earliest and before the other.
  if (lastContactAfter && lastContactBefore && lastContactBefore <= lastContactAfter)
    throw InvalidInput.of('filters.lastContactBefore', 'range', 'must lie after lastContactAfter');
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

const onRecord = (action: string, subjectId: string, fields: string[] = []): AuditEntry => ({
  action,
  subjectType: 'segment',
  subjectId,
  fields,
});
