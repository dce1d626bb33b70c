import { publicPageHeaders } from '@seloste/pages';
import { isOwnPage, isPublicPage } from '@seloste/preferences';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Pages get all of helmet's headers; what the API answers is no page, and gets those that mean something for it. */
export function securityHeaders(isSecure: boolean): RequestHandler {
  const page = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...pagePolicy, ...(isSecure ? secure : {}) } },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure,
  });
  const letterFrame = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: letterPolicy },
    // In its sandbox the sheet has no origin, so its own script comes from another.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure,
  });
  const transport = isSecure ? strictTransport : {};
  const answer = Object.entries({ ...answerHeaders, ...transport });
  const publicPage = Object.entries<string>({ ...publicPageHeaders, ...transport });
  return (request, response, next) => {
    if (/^\/api\/(?!docs)/.test(request.path)) {
      for (const [name, value] of answer) response.setHeader(name, value);
      return next();
    }
    response.setHeader('Permissions-Policy', devices);
    if (isPublicPage(request.path)) {
      for (const [name, value] of publicPage) response.setHeader(name, value);
      // Else browsers call the origin of its forms "null", and nothing that they post could be told from another site's.
      if (isOwnPage(request.path)) response.setHeader('Referrer-Policy', 'same-origin');
      return next();
    }
    if (/^\/letter-frame\.(html|js)$/.test(request.path)) return letterFrame(request, response, next);
    page(request, response, next);
  };
}

/** No inline script or style, nothing from another host, no frame but the one that letters are shown in. */
const pagePolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
/** The sheet that shows a letter brings the letter's own styles, and loads nothing. */
const letterPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'unsafe-inline'"],
  imgSrc: ['data:'],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'self'"],
};
const secure = { upgradeInsecureRequests: [] };

/** What a page of a CRM has no business with. Passkeys and the clipboard stay the site's own. */
const devices = [
  'accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), geolocation=()',
  'gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=()',
].join(', ');

/** What the API answers is personal: no browser or proxy keeps it, no other site embeds it, nothing in it is run. */
const answerHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
const strictTransport = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };
