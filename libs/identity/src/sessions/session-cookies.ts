import { Injectable } from '@nestjs/common';
import { AppConfig } from '@seloste/platform';
import type { CookieOptions, Request, Response } from 'express';
import { deviceNameOf } from './device-name.js';
import { deviceLifetime, longestLifetime } from './lifetime.js';
import type { Origin } from './origin.js';

/**
 * The cookies by which a browser is known: of its session, and of the device for longer. Out of reach for scripts and for
 * other sites' forms. Where the product is served by https their names begin with `__Host-`: browsers then take them
 * from this very host only, encrypted; over plain http on one's own machine they cannot carry that name.
 */
@Injectable()
export class SessionCookies {
  readonly sessionName: string;
  readonly deviceName: string;
  private readonly isSecure: boolean;

  constructor(config: AppConfig) {
    this.isSecure = config.publicUrl.startsWith('https:');
    const prefix = this.isSecure ? '__Host-' : '';
    this.sessionName = `${prefix}seloste_session`;
    this.deviceName = `${prefix}seloste_device`;
  }

  /** The session's token in a `Cookie` header; null when there is none of the right form. */
  tokenIn(header: string | undefined): string | null {
    return tokenNamed(this.sessionName, header);
  }

  originOf(request: Request): Origin {
    const { cookie } = request.headers;
    return {
      address: request.ip ?? '',
      token: this.tokenIn(cookie),
      deviceToken: tokenNamed(this.deviceName, cookie),
      device: deviceNameOf(request.headers['user-agent']),
    };
  }

  /** Hands a session's token to the browser, and the device's when there is one. */
  give(response: Response, { token, deviceToken }: { token: string; deviceToken?: string }): void {
    response.cookie(this.sessionName, token, { ...this.options, maxAge: longestLifetime });
    if (deviceToken !== undefined)
      response.cookie(this.deviceName, deviceToken, { ...this.options, maxAge: deviceLifetime });
  }

  /** Takes the session's token back; the device stays known. */
  take(response: Response): void {
    response.clearCookie(this.sessionName, this.options);
  }

  private get options(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.isSecure, path: '/' };
  }
}

function tokenNamed(name: string, header: string | undefined): string | null {
  for (const cookie of header?.split(';') ?? []) {
    const [key, value = ''] = cookie.trim().split('=', 2);
    if (key === name && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}
