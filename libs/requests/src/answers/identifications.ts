import { Injectable } from '@nestjs/common';
import { Calendar } from '@seloste/identity';
import type { RequestContext } from '@seloste/kernel';
import { readerOf } from '@seloste/platform';
import { readRequest } from '../register/read-requests.js';
import { RequestWork } from '../register/request-work.js';
import type { RequestResponse } from '../register/requests.dto.js';
import type { ChallengeRequest, ChallengeResponse } from './answers.dto.js';
import { CodeRefused } from './answers.errors.js';
import { Challenges } from './challenges.js';

/** Showing whose request it is, as whoever answers it does it (GDPR Art. 12(6)). */
@Injectable()
export class Identifications {
  constructor(
    private readonly work: RequestWork,
    private readonly challenges: Challenges,
    private readonly calendar: Calendar,
  ) {}

  /** @throws NotFound, RequestClosed, NotIdentified, InvalidInput */
  challenge(context: RequestContext, id: string, input: ChallengeRequest): Promise<ChallengeResponse> {
    return this.work.carryOn(context, id, (tx, request) => this.challenges.make(tx, context, request, input));
  }

  /** A wrong code is counted, and confirms nothing. @throws NotFound, RequestClosed, CodeRefused */
  async confirm(
    context: RequestContext,
    id: string,
    given: { id: string; code: string },
  ): Promise<RequestResponse> {
    const today = await this.calendar.today();
    // The count of wrong codes is committed before they are refused.
    const confirmed = await this.work.carryOn(context, id, async (tx, request) =>
      (await this.challenges.confirm(tx, context, request, given))
        ? readRequest(readerOf(tx), context, { id, today })
        : null,
    );
    if (confirmed === null) throw new CodeRefused();
    return confirmed;
  }
}
