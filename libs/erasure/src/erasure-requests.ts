import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { Database } from '@seloste/platform';
import type { CreateErasure } from './erasures.dto.js';
import { Erasures, type ErasureOutcome } from './erasures.service.js';
import { ErasurePlans } from './plan/erasure-plans.service.js';

/** A privacy officer's decision that somebody is forgotten. */
@Injectable()
export class ErasureRequests {
  constructor(
    private readonly erasures: Erasures,
    private readonly plans: ErasurePlans,
    private readonly database: Database,
  ) {}

  /** @throws NotFound, PlanOutdated */
  async create(
    context: RequestContext,
    { contactId, planId, ground, note }: CreateErasure,
  ): Promise<ErasureOutcome> {
    // Whoever is being forgotten already may be gone, or absent while something of them is held.
    const known = await this.database.read<{ id: string }>('SELECT id FROM erasures WHERE contact_id = $1', [
      contactId,
    ]);
    if (known.length === 0) await this.plans.assertSeen(context, contactId);
    return this.erasures.erase(context, { contactId, planId, ground, note: note ?? null });
  }
}
