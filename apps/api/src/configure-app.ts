import type { Server } from 'node:http';
import compression from 'compression';
import type { Application, RequestHandler, Response } from 'express';
import { NotFoundException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  etags,
  ownHost,
  ProblemFilter,
  RateLimits,
  requestLog,
  sameOrigin,
  validation,
  type AppConfig,
  type AuthenticatedRequest,
} from '@seloste/platform';
import { isLinkPage, linkRequests } from '@seloste/preferences';
import { serveOpenApi } from './openapi.js';
import { readableBodies } from './readable-bodies.js';
import { securityHeaders } from './security-headers.js';

/** Everything between the socket and the controllers, the same in production and in the tests. */
export function configureApp(app: NestExpressApplication, config: AppConfig): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustedProxies);
  boundConnections(app.getHttpServer());
  const problems = new ProblemFilter();
  answerProblems(app.getHttpAdapter().getInstance(), problems);
  app.use(requestLog());
  app.use(securityHeaders(config.publicUrl.startsWith('https:')));
  app.use(ownHost(config.publicUrl));
  app.use(compression());
  app.use('/api', etags());
  app.use(besideLinkPages(sameOrigin(config.publicUrl)));
  app.use(linkRequests());
  app.use('/api', readableBodies());
  app.setGlobalPrefix('api/v1', { exclude: atTheRoot });
  app.useGlobalGuards(new RateLimits(app.get(Reflector)));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(problems);
  serveOpenApi(app);
}

/** What is found at the root of the site: health checks, and the pages that people reach without a login. */
const atTheRoot = [
  ...['health/live', 'health/ready', 'u/:token', 'p/:token', 'c/:token', 'privacy'],
  ...['my-data', 'my-data/enter/:token', 'my-data/confirm/:token'],
  'my-data/packages/:token',
];

/**
 * A person's link acts by its token and no cookie counts there, so that nobody can be made to act in another's name. Mail
 * programs post to it from wherever they are (RFC 8058).
 */
const besideLinkPages =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (isLinkPage(request.path)) next();
    else void handler(request, response, next);
  };

/** A client that dawdles gives its connection up; an upload of 50 MB over a phone still gets through. */
function boundConnections(server: Server): void {
  server.headersTimeout = 20_000;
  server.requestTimeout = 300_000;
  server.maxHeadersCount = 100;
}

/** What nobody answered, and what failed before a route was found, would be answered by Express with a page and its stack. */
function answerProblems(express: Application, problems: ProblemFilter): void {
  const application = express as unknown as Pass;
  const handle = application.handle.bind(express);
  application.handle = (request, response) =>
    handle(request, response, (error?: unknown) =>
      problems.answer(error ?? new NotFoundException(), request, response),
    );
}

/** Express's own entrance, which its types leave out. */
interface Pass {
  handle(request: AuthenticatedRequest, response: Response, next?: (error?: unknown) => void): void;
}
