import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { describeError, isPassing, TooManyRequests, type AuthenticatedRequest } from '@seloste/platform';
import type { Response } from 'express';
import { LinkVisits } from './link-visits.js';
import { documentOf } from '@seloste/pages';
import { problemPage } from './pages/plain-pages.js';

/** What goes wrong on a page for people is said in words there, in their language. The unexpected is logged by type only. */
@Catch()
export class LinkPageProblems implements ExceptionFilter {
  private readonly logger = new Logger('LinkPages');

  constructor(private readonly visits: LinkVisits) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const isTooMany = error instanceof TooManyRequests;
    if (isTooMany) response.setHeader('Retry-After', String(error.retryAfterSeconds));
    else this.logger.error(describeError(error));
    const visit = await this.visits.lookFromOutside(http.getRequest<AuthenticatedRequest>());
    const page = problemPage(visit, isTooMany ? 'tooMany' : 'broken');
    const status = isTooMany ? 429 : isPassing(error) ? 503 : 500;
    response.status(status).type('html').send(documentOf(page));
  }
}
