import { HttpException, HttpStatus } from '@nestjs/common';
import { DomainError } from '@seloste/kernel';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Socket } from 'node:net';

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
const ofThisMachine = ['127.0.0.1', 'localhost', '[::1]'];

/** Where this site is found, whatever a request says about it. */
class OwnAddresses {
  private readonly public: URL;
  /** The operator gave no address: the site is wherever it listens. */
  private readonly isLocal: boolean;
  private readonly direct = new Map<string, ReadonlySet<string>>();

  /** @param publicUrl SELOSTE_PUBLIC_URL, or what it is when nobody set it: `http://127.0.0.1:3000`, `http://0.0.0.0:3000` */
  constructor(publicUrl: string) {
    this.public = new URL(publicUrl);
    this.isLocal = [...ofThisMachine, '0.0.0.0', '[::]'].includes(this.public.hostname);
  }

  /** Whether a `Host` header means this site: its public name, or the address and port that the connection came to. */
  hasHost(host: string | undefined, socket: Socket): boolean {
    return host !== undefined && (host === this.public.host || this.directAt(socket).has(host));
  }

  /** Whether a page of this origin is one of ours. */
  hasOrigin(origin: string, socket: Socket): boolean {
    if (origin === this.public.origin) return true;
    return this.isLocal && origin.startsWith('http://') && this.directAt(socket).has(origin.slice(7));
  }

  private directAt({ localAddress = '', localPort = 0 }: Socket): ReadonlySet<string> {
    const key = `${localAddress} ${localPort}`;
    let hosts = this.direct.get(key);
    if (hosts === undefined) {
      const address = localAddress.replace(/^::ffff:/, '');
      const names = [...ofThisMachine, address.includes(':') ? `[${address}]` : address];
      hosts = new Set(names.map((name) => (localPort === 80 ? name : `${name}:${localPort}`)));
      this.direct.set(key, hosts);
    }
    return hosts;
  }
}

/**
 * Answers only to this site's own names. A stranger's name that was pointed at this address would make the stranger's page
 * "the same site" for a browser (DNS rebinding). Health checks come under any name, and learn nothing.
 */
export function ownHost(publicUrl: string): RequestHandler {
  const own = new OwnAddresses(publicUrl);
  return (request, _response, next) => {
    const isOurs = own.hasHost(request.headers.host, request.socket) || request.path.startsWith('/health/');
    next(isOurs ? undefined : new HttpException('misdirected', HttpStatus.MISDIRECTED));
  };
}

/** The token of an `Authorization: Bearer` header (RFC 6750); null when there is none. */
export const bearerTokenIn = (header: string | undefined): string | null =>
  (header === undefined ? null : /^Bearer +([\w.~+/=-]{1,200})$/i.exec(header)?.[1]) ?? null;

/** No browser adds a token by itself, as it adds cookies: whoever sends one means it. */
const comesByTokenAlone = ({ headers }: Request): boolean =>
  headers.cookie === undefined && bearerTokenIn(headers.authorization) !== null;

/**
 * Refuses requests that change something and come from another site's page: browsers say where a request comes from
 * in Sec-Fetch-Site and Origin, and programs that are no browsers (which hold no cookie of a user) send neither.
 */
export function sameOrigin(publicUrl: string) {
  const own = new OwnAddresses(publicUrl);
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (safeMethods.has(request.method) || comesByTokenAlone(request)) return next();
    const site = request.header('sec-fetch-site');
    const origin = request.header('origin');
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    const foreignOrigin = origin !== undefined && !own.hasOrigin(origin, request.socket);
    next(foreignSite || foreignOrigin ? new CrossSiteRequest() : undefined);
  };
}
