import { Injectable } from '@nestjs/common';
import { Audit, PrivacyOfficer } from '@seloste/audit';
import { Calendar } from '@seloste/identity';
import type { Page, RequestContext } from '@seloste/kernel';
import { readerOf } from '@seloste/platform';
import { listRequests, readRequest } from './read-requests.js';
import { RequestWork } from './request-work.js';
import type { RequestListItem, RequestQuery, RequestResponse } from './requests.dto.js';

/** Why an officer looks who says no more of it. */
const theQueue = 'subject requests';

/** The queue of requests and each of them, as privacy officers see them (V8, V17). */
@Injectable()
export class Requests {
  constructor(
    private readonly privacy: PrivacyOfficer,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    private readonly work: RequestWork,
  ) {}

  /** With whom they are about, restricted or not: that people ask is the reason to look. */
  async list(context: RequestContext, query: RequestQuery): Promise<Page<RequestListItem>> {
    const today = await this.calendar.today();
    const acting = { ...context, privacyReason: context.privacyReason ?? theQueue };
    const page = await this.privacy.look(acting, { subjectType: 'subject_request' }, (tx) =>
      listRequests(this.privacy.readerOf(tx), { query, today }),
    );
    await this.audit.recordRead(context, {
      action: 'subject_request.list',
      subjectType: 'contact',
      shownIds: page.items.flatMap(({ contact }) => contact?.id ?? []),
    });
    return page;
  }

  /** With whom it is about, restricted or not: the request is the reason to look. @throws NotFound */
  async get(context: RequestContext, id: string): Promise<RequestResponse> {
    const today = await this.calendar.today();
    const acting = await this.work.because(context, id);
    return this.privacy.look(acting, { subjectType: 'subject_request', subjectId: id }, (tx) =>
      readRequest(readerOf(tx), acting, { id, today }),
    );
  }
}
