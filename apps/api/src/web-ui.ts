import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { static as serveStatic, type NextFunction, type Request, type Response } from 'express';

/** The built web UI (`vite build` writes it beside the built server). */
const root = join(import.meta.dirname, '../../../web');

/** Hashed assets may be kept for ever; any other page of the site is the single page itself. */
export function serveWebUi(app: NestExpressApplication): void {
  if (!existsSync(join(root, 'index.html'))) return;
  app.use(
    '/assets',
    serveStatic(join(root, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  );
  app.use(serveStatic(root, { index: false, maxAge: '1h' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === 'GET' && !/^\/(api|health)(\/|$)/.test(request.path) && request.accepts('html');
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(root, 'index.html'));
  });
}
