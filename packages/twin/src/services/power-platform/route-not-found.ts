import type { Site } from '../../serve.ts';
import { gateway } from './gateway.ts';

/** What the gateway says to a path that none of its services has. */
export const routeNotFound: Site = {
  host: gateway.host,
  handler: (_request, response) => {
    response.writeHead(404, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ code: 'RouteNotFound', message: 'The requested route was not found.' }));
  },
};
