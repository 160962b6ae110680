import type { Table } from '@portico/http/endpoint';
import { Reply } from '@portico/http/mount';
import { text } from '../identity/asking.ts';
import { findEnvironment } from '../../platform/find-environment.ts';
import { type Call, Refused, type ServiceTwin } from '../../serve.ts';
import type { Environment } from '../../world/platform.ts';

/** What every route of the Power Platform API shares: the host, the audience, the flat errors of its gateway. */
export const gateway = {
  host: /^api\.twin\.localhost$/,
  audience: () => 'https://api.powerplatform.com',
  refuse: (refusal) => new Reply(401, { code: 'Unauthorized', message: `The access token is ${refusal}.` }),
} satisfies Pick<ServiceTwin<Table>, 'host' | 'audience' | 'refuse'>;

// Live, from an error that lists them (powerplatform-apis, ppapi/evidence).
const versions = ['2024-10-01', '2026-05-01-preview', '2022-03-01-preview', '2021-10-01-preview'];

/** The gateway asks for the permission before it looks at anything else, ids included. */
export function allow({ caller, request }: Call, scopes: readonly string[]): void {
  if (!scopes.some((scope) => caller.scopes.includes(scope)))
    throw new Refused(403, {
      code: 'Forbidden',
      message: 'The caller is not authorized to perform the request.',
      innererror: {
        code: 'InsufficientDelegatedPermissions',
        message: `Authorization denied: Application missing required delegated permissions: [${[...scopes, 'All.All.ReadWrite'].join(', ')}]`,
      },
    });
  const version = text(request.query, 'api-version') ?? '';
  // Addresses of operations carry version 1, which nothing else takes.
  const accepted = /\/operations\//.test(request.path) ? [...versions, '1'] : versions;
  if (!accepted.includes(version))
    throw new Refused(400, {
      code: 'ApiVersionInvalid',
      message: `API version ${version} is not supported. Supported API versions are: ${versions.join(', ')}`,
      innererror: { code: 'ApiVersionUnsupported' },
    });
}

/** The environment of a route. `Default-…` is as good an id as a GUID; anything else isn't one. */
export function environmentOf({ world, caller }: Call, id: string, unknown: () => never): Environment {
  if (!/^(Default-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new Refused(400, {
      code: 'EndpointInvalid',
      message: `Environment id ${id} is invalid.`,
      innererror: { code: 'EnvironmentIdInvalid' },
    });
  return findEnvironment(world, caller.tenant, id) ?? unknown();
}
