import type { RequestHandler } from 'express';

/** Pages on this machine may ask; Entra allows the origins of registered single-page apps likewise. */
export const cors: RequestHandler = (request, response, next) => {
  const { origin } = request.headers;
  response.vary('Origin');
  if (origin && URL.canParse(origin) && ['localhost', '127.0.0.1'].includes(new URL(origin).hostname)) {
    response.set('Access-Control-Allow-Origin', origin);
    response.set('Access-Control-Expose-Headers', 'x-ms-request-id');
  }
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response.set('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  response.set('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '');
  response.status(204).end();
};
