import { Inject, Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import { actingUserId, type Clock, type RequestContext } from '@seloste/kernel';
import { AddressDigests, ErasedReturns } from '@seloste/permissions';
import { CLOCK } from '@seloste/platform';
import type { Arrival } from './insert-contacts.js';
import type { Act } from './update-contact-parts.js';

/** What every change of a person is written with. */
@Injectable()
export class ContactActs {
  constructor(
    private readonly calendar: Calendar,
    private readonly digests: AddressDigests,
    /** Whoever was erased stays gone unless they come back themselves. */
    readonly returns: ErasedReturns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** @param by whose act it is; null: the software itself */
  arrivalBy(by: string | null): Arrival {
    return { at: this.clock.now(), by, digests: this.digests };
  }

  async begin(context: RequestContext, id: string): Promise<Act> {
    const today = await this.calendar.today();
    return { id, today, ...this.arrivalBy(actingUserId(context)) };
  }
}
