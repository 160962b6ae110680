import type { RequestHandler } from 'express';

/**
 * Lets a change through only when it comes from a page of the same host. A caller that is no browser sends neither
 * header; where that is welcome, `programs` says so.
 */
export const sameOrigin =
  ({ programs }: { readonly programs: boolean }): RequestHandler =>
  (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const ours = origin === `http://${host}` && (site === undefined || site === 'same-origin');
    const program = programs && origin === undefined && site === undefined;
    if (ours || program) return next();
    response.status(403).type('text/plain').send('This came from another page.\n');
  };
