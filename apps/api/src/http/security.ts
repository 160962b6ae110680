import { randomBytes } from 'node:crypto';
import { Problem } from '@portico/contract/problems';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers of every answer. Styles need the nonce (Griffel writes them); scripts come from files only.
 * The redirect page is framed by ourselves and must not have an opener policy (MSAL's bridge needs both).
 */
export function securityHeaders(origins: readonly string[], secure: boolean): RequestHandler {
  return (request, response, next) => {
    const bridge = request.path === '/redirect.html';
    const nonce = randomBytes(16).toString('base64');
    response.locals['nonce'] = nonce;
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          'style-src': ["'self'", `'nonce-${nonce}'`],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'", ...origins],
          'frame-src': ["'self'", ...origins],
          'form-action': ["'self'"],
          'base-uri': ["'none'"],
          'manifest-src': ["'self'"],
          'frame-ancestors': [bridge ? "'self'" : "'none'"],
          'require-trusted-types-for': ["'script'"],
          ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
        },
      },
      crossOriginOpenerPolicy: bridge ? false : { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: secure,
      xFrameOptions: bridge ? { action: 'sameorigin' } : { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
    })(request, response, next);
  };
}

/** A command must come from our own page: browsers say where a request comes from, and others must not pretend. */
export function ownOriginOnly(address: string): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next();
      return;
    }
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const foreign =
      (origin !== undefined && origin !== address) || (site !== undefined && site !== 'same-origin');
    const json = request.headers['content-length'] === '0' || Boolean(request.is(['json', '+json']));
    if (foreign) next(new Problem('other-address', { values: { address } }));
    else if (!json) next(new Problem('request-invalid', { detail: 'not JSON' }));
    else next();
  };
}
