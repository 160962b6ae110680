import type { Table } from '@portico/http/endpoint';
import { Reply } from '@portico/http/mount';
import { pathMatcher } from '@portico/http/path';
import { settleDualWrite } from '../dual-write/settle.ts';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { Persona } from '../world/directory.ts';
import type { World } from '../world.ts';

/** A call as it arrives, its token already read. */
export interface Arriving {
  /** The endpoint's key in its table. */
  readonly name: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly person: Persona;
  /** What its token allows, where the service asks for that. */
  readonly scopes?: readonly string[];
}

/**
 * A service of the twin as a function: its own handlers on its own world, without a server. For simulations, which play
 * thousands of worlds; what a server adds (tokens, faults, the log of writes) is theirs to bring.
 */
export function withoutServer<const T extends Table>(world: World, twin: ServiceTwin<T>) {
  const rows = new Map(
    Object.entries(twin.endpoints).map(([name, endpoint]) => {
      // The row and its handler share a name, so their types agree; the loop can't know that.
      const handle = twin.handlers[name] as unknown as (received: unknown) => unknown;
      return [name, { endpoint, match: pathMatcher(endpoint.path), handle }] as const;
    }),
  );
  return async ({ name, url, headers = {}, body, person, scopes = [] }: Arriving): Promise<Reply> => {
    settleDualWrite(world);
    const { hostname: host, pathname, searchParams } = new URL(url);
    const row = rows.get(name);
    const params = row?.match(pathname);
    if (!row || !params) throw new Error(`${twin.name} has no ${name} at ${pathname}`);
    const { endpoint, handle } = row;
    const asked = Object.fromEntries(searchParams);
    const caller = { person, tenant: person.tenant, scopes, audience: twin.audience(world, host) };
    // Of Express a handler sees no more than the address and the headers as they came.
    const request = { query: asked, path: pathname, headers };
    const context = { world, caller, host, request } as unknown as Call;
    const query = endpoint.query?.safeParse(asked);
    const parsed = endpoint.body?.safeParse(body);
    if (query?.success === false || parsed?.success === false) return new Reply(400);
    try {
      const received = { params, query: query?.data ?? {}, headers, body: parsed?.data, context };
      const answer = await handle(received);
      return answer instanceof Reply ? answer : new Reply(answer === undefined ? 204 : 200, answer);
    } catch (error) {
      if (error instanceof Refused) return error.reply;
      throw error;
    }
  };
}
