import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@seloste/audit';
import { newId, NotFound, type Clock, type Language, type RequestContext } from '@seloste/kernel';
import { assertVersion, CLOCK, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';
import { Calendar } from '../calendar.js';
import { applyChanges } from '../changes.js';
import type { ControllerResponse, UpdateController } from './controller.dto.js';
import { Controller } from './controller.entity.js';

/** How the company introduces itself. */
export interface ControllerDescription {
  name: string;
  businessId?: string | null;
  language: Language;
}

const defaultTimeZone = 'Europe/Helsinki';

/** The company that keeps the register, as it describes itself. */
@Injectable()
export class ControllerService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound before the first-run setup. */
  async get(): Promise<ControllerResponse> {
    const controller = await this.database.manager.findOneBy(Controller, { singleton: true });
    if (!controller) throw new NotFound('controller');
    return toControllerResponse(controller);
  }

  /** Part of the first-run setup. False when there is one already: simultaneous attempts wait for each other here. */
  async create(tx: EntityManager, context: RequestContext, fields: ControllerDescription): Promise<boolean> {
    const now = this.clock.now();
    const id = newId();
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO controllers (id, name, business_id, language, time_zone, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (singleton) DO NOTHING RETURNING id`,
      [id, fields.name, fields.businessId ?? null, fields.language, defaultTimeZone, now],
    );
    if (inserted.length === 0) return false;
    const written = ['name', 'businessId', 'language', 'timeZone'];
    const entry = { action: 'controller.create', subjectType: 'controller', subjectId: id, fields: written };
    await this.audit.record(tx, context, entry);
    return true;
  }

  /** @throws StaleVersion */
  async update(
    context: RequestContext,
    changes: UpdateController,
    ifMatch?: number,
  ): Promise<ControllerResponse> {
    const updated = await this.database.transaction(async (tx) => {
      const controller = await tx.findOne(Controller, {
        where: { singleton: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (!controller) throw new NotFound('controller');
      assertVersion(controller, ifMatch);
      const fields = applyChanges(controller, changes);
      if (fields.length === 0) return toControllerResponse(controller);
      controller.version += 1;
      controller.updatedAt = this.clock.now();
      await tx.save(controller);
      await this.audit.record(tx, context, {
        action: 'controller.update',
        subjectType: 'controller',
        subjectId: controller.id,
        fields,
      });
      if (fields.includes('timeZone')) await this.calendar.changed(tx);
      return toControllerResponse(controller);
    });
    this.calendar.forget();
    return updated;
  }
}

export const toControllerResponse = (controller: Controller): ControllerResponse => ({
  id: controller.id,
  name: controller.name,
  businessId: controller.businessId,
  postalAddress: controller.postalAddress,
  language: controller.language,
  timeZone: controller.timeZone,
  version: controller.version,
});
