import { Inject, Injectable } from '@nestjs/common';
import { PrivacyOfficer } from '@seloste/audit';
import { actingUserId, newId, NotFound, type Clock, type RequestContext } from '@seloste/kernel';
import { CLOCK } from '@seloste/platform';
import { addressOf, NotIdentified, RequestTrail, RequestWork } from '@seloste/requests';
import { In, IsNull, type EntityManager } from 'typeorm';
import { requestOf } from './building/kit.js';
import { PackageWork } from './building/package-work.js';
import { filesOfRows } from './files/archive.js';
import { Package, packageKinds } from './package.entity.js';
import { PackageRedaction } from './package-redaction.entity.js';
import type { DecideRedactions, PackageResponse } from './packages.dto.js';
import { NamesUndecided, NoAddress, NoCopyAsked, PackageNotInReview } from './packages.errors.js';

/** How long a package may wait for its release, in days. */
const reviewDays = 30;

const day = 24 * 60 * 60 * 1000;

/** Copies of people's data, from the request to their release (GDPR Art. 15, 20; C7, P9, V8). */
@Injectable()
export class Packages {
  constructor(
    private readonly requests: RequestWork,
    private readonly trail: RequestTrail,
    private readonly privacy: PrivacyOfficer,
    private readonly work: PackageWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins to make one; an earlier one of the request that has not left is dropped. @throws NotIdentified, NoCopyAsked */
  make(context: RequestContext, requestId: string): Promise<PackageResponse> {
    return this.requests.carryOn(context, requestId, async (tx, request) => {
      const kind = packageKinds.find((one) => one === request.kind);
      if (kind === undefined) throw new NoCopyAsked();
      if (request.contactId === null || request.identifiedAt === null) throw new NotIdentified();
      await dropEarlier(tx, requestId);
      const [id, now] = [newId(), this.clock.now()];
      await tx.insert(Package, {
        ...{ id, requestId, kind, language: request.language, status: 'preparing', progressedAt: now },
        ...{ requestedAt: now, requestedBy: actingUserId(context) },
        expiresAt: new Date(now.getTime() + reviewDays * day),
      });
      await this.work.request(tx, id);
      return toResponse(tx, id);
    });
  }

  /** @throws NotFound */
  async get(context: RequestContext, id: string): Promise<PackageResponse> {
    return this.on(context, id, (tx) => toResponse(tx, id));
  }

  /** @throws PackageNotInReview */
  decide(
    context: RequestContext,
    id: string,
    { decisions, others }: DecideRedactions,
  ): Promise<PackageResponse> {
    return this.on(context, id, async (tx, one) => {
      if (one.status !== 'review') throw new PackageNotInReview();
      const decidedBy = actingUserId(context);
      for (const { id: redaction, decision } of decisions)
        await tx.update(PackageRedaction, { id: redaction, packageId: id }, { decision, decidedBy });
      if (others !== undefined)
        await tx.update(
          PackageRedaction,
          { packageId: id, decision: IsNull() },
          { decision: others, decidedBy },
        );
      return toResponse(tx, id);
    });
  }

  /** Has the file written, and its link sent to the person. @throws PackageNotInReview, NamesUndecided, NoAddress */
  release(context: RequestContext, id: string): Promise<PackageResponse> {
    return this.on(context, id, async (tx, one) => {
      if (one.status !== 'review') throw new PackageNotInReview();
      if (await tx.existsBy(PackageRedaction, { packageId: id, decision: IsNull() }))
        throw new NamesUndecided();
      const request = await requestOf(tx, one);
      if ((await addressOf(tx, request)) === null) throw new NoAddress();
      await tx.update(
        Package,
        { id },
        {
          ...{ status: 'writing', rowsDone: 0, rowsTotal: (one.rowsTotal ?? 0) * filesOfRows[one.kind] },
          ...{ releasedAt: this.clock.now(), releasedBy: actingUserId(context) },
        },
      );
      await this.trail.record(tx, context, request, {
        ...{ step: 'package_released', code: one.kind, about: { type: 'package', id } },
      });
      await this.work.request(tx, id);
      return toResponse(tx, id);
    });
  }

  /** One transaction of the officer, whose reason is the request. @throws NotFound */
  async on<T>(
    context: RequestContext,
    id: string,
    work: (tx: EntityManager, one: Package) => Promise<T>,
  ): Promise<T> {
    const because = await this.requests.because(context, await this.work.requestIdOf(id));
    return this.privacy.act(because, { subjectType: 'package', subjectId: id }, async (tx) => {
      const one = await tx.findOne(Package, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!one) throw new NotFound('package');
      return work(tx, one);
    });
  }
}

async function dropEarlier(tx: EntityManager, requestId: string): Promise<void> {
  const open = In(['preparing', 'review', 'writing', 'released']);
  const earlier = await tx.findBy(Package, { requestId, status: open });
  for (const { id } of earlier) {
    await tx.update(Package, { id }, { status: 'expired', tokenDigest: null });
    await tx.query('DELETE FROM package_parts WHERE package_id = $1', [id]);
    await tx.query('DELETE FROM package_redactions WHERE package_id = $1', [id]);
  }
}

async function toResponse(tx: EntityManager, id: string): Promise<PackageResponse> {
  const one = await tx.findOneByOrFail(Package, { id });
  const undecided = await tx.countBy(PackageRedaction, { packageId: id, decision: IsNull() });
  const { requestId, kind, status, rowsDone, rowsTotal } = one;
  return {
    ...{ id, requestId, kind, status, undecided },
    progress: { done: Math.min(rowsDone, rowsTotal ?? rowsDone), total: rowsTotal },
    ...{ requestedAt: one.requestedAt, releasedAt: one.releasedAt },
    ...{ expiresAt: one.expiresAt, deliveredAt: one.deliveredAt },
  };
}
