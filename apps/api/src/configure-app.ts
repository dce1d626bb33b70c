import { json, type NextFunction, type Request, type Response } from 'express';
import compression from 'compression';
import helmet from 'helmet';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  EtagInterceptor,
  ProblemFilter,
  requestLog,
  sameOrigin,
  validation,
  type AppConfig,
} from '@seloste/platform';
import { serveOpenApi } from './openapi.js';

/** Everything between the socket and the controllers, the same in production and in the tests. */
export function configureApp(app: NestExpressApplication, config: AppConfig): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', 'loopback');
  app.use(requestLog());
  app.use(helmet({ ...securityHeaders, strictTransportSecurity: config.publicUrl.startsWith('https:') }));
  app.use(compression());
  app.use('/api', neverStored);
  app.use(sameOrigin(config.publicUrl));
  app.use(json({ limit: '1mb' }));
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  app.useGlobalPipes(validation());
  app.useGlobalInterceptors(new EtagInterceptor());
  app.useGlobalFilters(new ProblemFilter());
  serveOpenApi(app);
}

/** What the API answers is personal: no browser or proxy keeps it. */
function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** No inline script, nothing from another host; styles may be inline because the UI library sets positions that way. */
const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
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
