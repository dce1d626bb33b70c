import type { RequestHandler } from 'express';
import compression from 'compression';
import helmet from 'helmet';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { etags, ProblemFilter, requestLog, sameOrigin, validation, type AppConfig } from '@seloste/platform';
import { serveOpenApi } from './openapi.js';
import { readableBodies } from './readable-bodies.js';

/** Everything between the socket and the controllers, the same in production and in the tests. */
export function configureApp(app: NestExpressApplication, config: AppConfig): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', 'loopback');
  app.use(requestLog());
  app.use(protect(config.publicUrl.startsWith('https:')));
  app.use(compression());
  app.use('/api', etags());
  app.use(sameOrigin(config.publicUrl));
  app.use('/api', readableBodies());
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  serveOpenApi(app);
}

/** Pages get all of helmet's headers; what the API answers is no page, and gets those that mean something for it. */
function protect(isSecure: boolean): RequestHandler {
  const page = helmet({ ...securityHeaders, strictTransportSecurity: isSecure });
  const headers = Object.entries({ ...answerHeaders, ...(isSecure ? strictTransport : {}) });
  return (request, response, next) => {
    if (!/^\/api\/(?!docs)/.test(request.path)) return page(request, response, next);
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** What the API answers is personal: no browser or proxy keeps it, no other site embeds it, nothing in it is run. */
const answerHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
const strictTransport = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };

/** The reader of the API's description brings its styles inline; nothing else may. */
const stylesOfTheReader = ({ url = '' }: { url?: string | undefined }): string =>
  url.startsWith('/api/docs') ? "'unsafe-inline'" : "'self'";

/** No inline script or style, nothing from another host. */
const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", stylesOfTheReader],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
};
