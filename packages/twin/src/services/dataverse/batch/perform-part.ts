import { type Handlers, Reply } from '@portico/http/mount';
import { pathMatcher } from '@portico/http/path';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { NotLearned } from '../../../odata/refusals.ts';
import type { Call } from '../../../serve.ts';
import { refusing } from '../refusals.ts';
import { malformed } from './read-request.ts';
import type { Perform } from './run-batch.ts';

const rows = Object.entries(dataverse.endpoints).map(([name, endpoint]) => ({
  name,
  endpoint,
  match: pathMatcher(endpoint.path),
}));

/** Hands a request of a batch to the handler that it would have come to by itself, and notes what it has changed. */
export const performPart =
  (handlers: Handlers<typeof dataverse.endpoints, Call>): Perform =>
  (request, context) => {
    const { pathname, search } = new URL(request.url, 'http://batch.invalid');
    for (const { name, endpoint, match } of rows) {
      const params = endpoint.method === request.method ? match(pathname) : undefined;
      if (!params) continue;
      if (name === 'batch') throw malformed('A batch holds no other one.');
      if (request.method === 'GET' || search !== '') break;
      // The row and its handler share a name, so their types agree; the loop can't know that.
      const handle = Object.entries(handlers).find(([of]) => of === name)?.[1] as (
        received: unknown,
      ) => unknown;
      const body = 'body' in endpoint ? endpoint.body.safeParse(request.body) : undefined;
      if (body?.success === false) throw malformed('The body is not of the shape that this request has.');
      const handled = handle({ params, query: {}, headers: request.headers, body: body?.data, context });
      const { world, caller } = context;
      world.state.writes.push({
        at: world.clock.now().toISOString(),
        service: dataverse.name,
        endpoint: name,
        method: request.method,
        path: pathname,
        person: caller.person.userName,
        batched: true,
      });
      return handled instanceof Reply ? handled : new Reply(204);
    }
    return refusing(() => {
      throw new NotLearned(`The twin doesn’t know '${request.method} ${request.url}' in a batch.`);
    });
  };
