import busboy from 'busboy';
import type { AuthenticatedRequest } from '@seloste/platform';
import type { Request, RequestHandler } from 'express';
import { styleSource } from './pages/style.js';

/** Is this a page of a person's link? Their token is the only authority there; nobody's login counts. */
export const isLinkPage = (path: string): boolean => /^\/[upc]\//.test(path);

/** Is this a page that anybody reads without a login, written by us and not by the web UI? */
export const isPublicPage = (path: string): boolean => isLinkPage(path) || /^\/privacy\/?$/.test(path);

/** Nothing is run or loaded, nobody keeps the page or learns its address, no search engine lists it. */
export const publicPageHeaders: Record<string, string> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src ${styleSource}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** The token in the path of a link's page. */
export const tokenOf = ({ params }: AuthenticatedRequest): string => String(params.token);

/** What was posted. */
export const fieldsOf = ({ body }: AuthenticatedRequest): Partial<Record<string, string>> =>
  (body ?? {}) as Record<string, string>; // as linkRequests left it

/** Bytes; a form of ours has a hundred. */
const largest = 10_000;

/** A token as we make them; whatever else stands there is one that nobody was given. */
const token = /^\/[upc]\/[\w-]{1,64}(\?|$)/;

/**
 * For pages of links: takes what a form or a mail program posts (RFC 8058: multipart or urlencoded) as `body`, an object
 * of strings. What is neither, too large or broken leaves it empty: the page says that it did not understand. A token of
 * any other shape becomes one that nobody has.
 */
export const linkRequests = (): RequestHandler => (request, _response, next) => {
  if (!isLinkPage(request.path)) return next();
  if (!token.test(request.url)) request.url = `${request.path.slice(0, 3)}-${queryOf(request.url)}`;
  if (request.method !== 'POST') return next();
  void readFields(request).then((fields) => {
    request.body = fields;
    next();
  });
};

const queryOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

function readFields(request: Request): Promise<Record<string, string>> {
  const parser = parserOf(request);
  if (parser === null) {
    request.resume();
    return Promise.resolve({});
  }
  return new Promise((resolve) => {
    const fields = new Map<string, string>();
    let size = 0;
    const end = (taken: Record<string, string>): void => {
      request.unpipe(parser);
      request.resume();
      resolve(taken);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largest) end({});
    });
    request.once('close', () => resolve({}));
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (_name, file) => file.resume());
    parser.on('error', () => end({}));
    parser.on('close', () => end(Object.fromEntries(fields)));
    request.pipe(parser);
  });
}

function parserOf(request: Request): busboy.Busboy | null {
  if (Number(request.headers['content-length'] ?? 0) > largest) return null;
  try {
    return busboy({ headers: request.headers, limits: { fields: 10, fieldSize: 1000, files: 1, parts: 10 } });
  } catch {
    return null; // no form, or one without a boundary
  }
}
