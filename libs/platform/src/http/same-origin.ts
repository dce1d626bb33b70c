import { DomainError } from '@seloste/kernel';
import type { NextFunction, Request, Response } from 'express';

/** A page of another site tried to act in the user's name. */
export class CrossSiteRequest extends DomainError {
  constructor() {
    super(
      'forbidden',
      'cross_site_request',
      'Requests that change something must come from this site itself.',
    );
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something and come from another site's page: browsers say where a request comes from
 * in Sec-Fetch-Site and Origin, and programs that are no browsers (which hold no cookie of a user) send neither.
 */
export function sameOrigin(publicUrl: string) {
  const own = new URL(publicUrl).host;
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (safeMethods.has(request.method)) return next();
    const site = request.header('sec-fetch-site');
    const origin = request.header('origin');
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    const foreignOrigin =
      origin !== undefined &&
      (!URL.canParse(origin) || ![own, request.header('host')].includes(new URL(origin).host));
    next(foreignSite || foreignOrigin ? new CrossSiteRequest() : undefined);
  };
}
