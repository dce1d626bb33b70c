import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NotFoundException } from '@nestjs/common';
import { isPublicPage } from '@seloste/preferences';
import { static as serveStatic, type RequestHandler } from 'express';

/** The built web UI (`vite build` writes it beside the built server). */
const built = join(import.meta.dirname, '../../../web');

/** Files as they are: a folder is none. */
const plain = { index: false, redirect: false } as const;

/** Nest's application, or Express's. */
interface Usable {
  use(...handlers: [string, RequestHandler] | [RequestHandler]): unknown;
}

/** Hashed assets may be kept for ever; any other page of the site is the single page itself. */
export function serveWebUi(app: Usable, root = built): void {
  if (!existsSync(join(root, 'index.html'))) return;
  app.use(
    '/assets',
    serveStatic(join(root, 'assets'), { ...plain, immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(besideTheApi(serveStatic(root, { ...plain, maxAge: '1h' })));
  app.use(
    besideTheApi((request, response, next) => {
      const isPage =
        ['GET', 'HEAD'].includes(request.method) && !/\.\w+$/.test(request.path) && request.accepts('html');
      if (!isPage) return next(new NotFoundException());
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(join(root, 'index.html'));
    }),
  );
}

/** No file is looked for on behalf of the API: asking the disk took a tenth of each of its requests. */
const besideTheApi =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (/^\/(api\/(v1|docs)|health)(\/|$)/.test(request.path) || isPublicPage(request.path)) next();
    else if (/^\/api(\/|$)/.test(request.path)) next(new NotFoundException());
    else void handler(request, response, next);
  };
