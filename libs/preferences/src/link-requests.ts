import { readForm } from '@seloste/pages';
import type { AuthenticatedRequest } from '@seloste/platform';
import type { RequestHandler } from 'express';

/** Is this a page of a person's link? Their token is the only authority there; nobody's login counts. */
export const isLinkPage = (path: string): boolean => /^\/[upc]\//.test(path);

/** Is this a page that anybody reads without a login, written by us and not by the web UI? */
export const isPublicPage = (path: string): boolean =>
  isLinkPage(path) || isOwnPage(path) || /^\/privacy\/?$/.test(path);

/** Is this a page where people see their own data? Its cookie counts there, so that its forms come from itself alone. */
export const isOwnPage = (path: string): boolean => /^\/my-data(\/|$)/.test(path);

/** The token in the path of a link's page; null for what is none of ours as a whole. */
export const tokenOf = ({ params }: AuthenticatedRequest): string | null =>
  params.token === damaged ? null : String(params.token);

/** What was posted. */
export const fieldsOf = ({ body }: AuthenticatedRequest): Partial<Record<string, string>> =>
  (body ?? {}) as Record<string, string>; // as linkRequests left it

/** Bytes; a button's form has a hundred, one with somebody's own words some thousands. */
const [largest, largestWithWords] = [10_000, 40_000];

/** A token as we make them, and what a text puts behind an address: a full stop, a slash, a bracket. */
const token = /^([\w-]{32})[\W_]*$/;
/** Stands where no whole token does. */
const damaged = '-';

/**
 * For pages of links and of one's own data: takes what a form or a mail program posts (RFC 8058: multipart or urlencoded) as `body`, an object
 * of strings. What is neither, too large or broken leaves it empty: the page says that it did not understand. A token of
 * any other shape is damaged, but for what a text puts behind an address.
 */
export const linkRequests = (): RequestHandler => (request, response, next) => {
  if (isLinkPage(request.path)) {
    const given = token.exec(decoded(request.path.slice(3)))?.[1] ?? damaged;
    request.url = `${request.path.slice(0, 3)}${given}${queryOf(request.url)}`;
  } else if (!isOwnPage(request.path)) return next();
  if (request.method !== 'POST') return next();
  readForm(request, response, isOwnPage(request.path) ? largestWithWords : largest).then(
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
