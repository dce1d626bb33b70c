import type { IncomingHttpHeaders } from 'node:http';
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

/** The token in the path of a link's page; null for what is none of ours as a whole. */
export const tokenOf = ({ params }: AuthenticatedRequest): string | null =>
  params.token === damaged ? null : String(params.token);

/** What was posted. */
export const fieldsOf = ({ body }: AuthenticatedRequest): Partial<Record<string, string>> =>
  (body ?? {}) as Record<string, string>; // as linkRequests left it

/** Bytes; a form of ours has a hundred. */
const largest = 10_000;

/** A token as we make them, and what a text puts behind an address: a full stop, a slash, a bracket. */
const token = /^([\w-]{32})[\W_]*$/;
/** Stands where no whole token does. */
const damaged = '-';

/**
 * For pages of links: takes what a form or a mail program posts (RFC 8058: multipart or urlencoded) as `body`, an object
 * of strings. What is neither, too large or broken leaves it empty: the page says that it did not understand. A token of
 * any other shape is damaged, but for what a text puts behind an address.
 */
export const linkRequests = (): RequestHandler => (request, response, next) => {
  if (!isLinkPage(request.path)) return next();
  const given = token.exec(decoded(request.path.slice(3)))?.[1] ?? damaged;
  request.url = `${request.path.slice(0, 3)}${given}${queryOf(request.url)}`;
  if (request.method !== 'POST') return next();
  if (Number(request.headers['content-length'] ?? 0) > largest) {
    response.setHeader('Connection', 'close'); // the rest is not waited for
    return next();
  }
  bodyOf(request)
    .then((body) => fieldsIn(body, request.headers))
    .then(
      (fields) => {
        request.body = fields;
        next();
      },
      () => response.destroy(), // hung up on
    );
};

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // no encoding of ours
  }
}

const queryOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

/** @throws Error when the sender goes away, or sends more than there is to say */
async function bodyOf(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new RangeError('more than a form holds');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const fieldsIn = (
  body: Buffer,
  headers: IncomingHttpHeaders,
): Record<string, string> | Promise<Record<string, string>> =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')
    ? Object.fromEntries(new URLSearchParams(body.toString()))
    : partsOf(body, headers);

/** The fields of a multipart form; none where it is no such form, or broken. */
function partsOf(body: Buffer, headers: IncomingHttpHeaders): Promise<Record<string, string>> {
  return new Promise((resolve) => {
    const fields = new Map<string, string>();
    try {
      const parser = busboy({ headers, limits: { fields: 10, files: 0 } });
      parser.on('field', (name, value) => fields.set(name, value));
      parser.on('error', () => resolve({}));
      parser.on('close', () => resolve(Object.fromEntries(fields)));
      parser.end(body);
    } catch {
      resolve({}); // no form, or one without a boundary
    }
  });
}
