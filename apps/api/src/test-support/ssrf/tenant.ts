import type { Answer } from '@portico/microsoft/test-support/ssrf/internet';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dualWriteApps } from '../../targets/dual-write-apps.ts';
import { type Estate, hostOf } from './estate.ts';

/** What a customer's data and Microsoft's answers say; each of the addresses can be somebody else's. */
export interface Told {
  instanceUrl: unknown;
  /** The address of finance and operations, by Power Platform and by Dataverse; undefined: it doesn't know any. */
  finance: unknown;
  financeByDataverse: unknown;
  island: unknown;
  /** In which list, and what it says; only its first page says it. */
  next?: {
    readonly list: 'rows' | 'websites' | 'applicationPackages';
    readonly key: string;
    readonly link: unknown;
  };
  websites: readonly object[];
  /** What a start answers. */
  started: Reply;
  /** In place of the answer of the first call whose host and path have this in them. */
  instead?: Reply & { readonly of: string };
  /** Connections are ended after each answer, so that each call resolves its name anew. */
  closing?: true;
}

export interface Reply {
  readonly status: number;
  /** Sent byte by byte when no server would send them. */
  readonly headers: Readonly<Record<string, string>>;
}

export const environmentId = '00000000-0000-0000-0000-00000000e001';
export const subdomain = 'contoso';

export const honest = ({ cloud, goods, islands }: Estate): Told => ({
  instanceUrl: `${cloud.scheme}//${goods.dataverse[0]}/`,
  finance: `${cloud.scheme}//${goods.finance[0]}`,
  financeByDataverse: undefined,
  island: islands[0],
  websites: [],
  started: { status: 202, headers: {} },
});

/** Answers as the services of a cloud do, as far as the followed addresses need it; strangers are friendly too. */
export function answering({ cloud }: Estate, told: Told): Answer {
  let replaced = false;
  let paged = false;
  const page = (list: NonNullable<Told['next']>['list'], value: readonly object[]) => {
    const first = told.next?.list === list && !paged;
    if (first) paged = true;
    return { value, ...(first && told.next ? { [told.next.key]: told.next.link } : {}) };
  };
  return (request, response, host) => {
    const { method = '', url = '' } = request;
    if (told.closing) response.setHeader('connection', 'close');
    request.resume();
    const { instead } = told;
    if (instead && !replaced && `${method} ${host}${url}`.includes(instead.of)) {
      replaced = true;
      reply(request, response, instead);
    } else if (method === 'POST' && /\/(websites|install)\?/.test(url))
      reply(request, response, told.started);
    else if (url.includes('/scopes/admin/environments/')) json(response, environment(told));
    else if (url.includes('/RetrieveFinanceAndOperationsIntegrationDetails'))
      if (told.financeByDataverse === undefined)
        json(response, { error: { code: '0x80048d0b', message: 'none' } }, 400);
      else json(response, { Url: told.financeByDataverse });
    else if (url.includes('/WhoAmI'))
      json(response, { BusinessUnitId: 'b', UserId: 'u', OrganizationId: 'o' });
    else if (url.includes('/solutions?')) json(response, page('rows', solutions));
    else if (url.includes('/DualWriteManagement/')) json(response, [{ cid: 'c' }]);
    else if (url.includes('/applicationPackages')) json(response, page('applicationPackages', packages));
    else if (url.includes('/websites')) json(response, page('websites', told.websites));
    else if (url.includes('/oauth2/v2.0/token')) json(response, { error: 'invalid_grant' }, 400);
    else if (url.includes('/openid-configuration')) json(response, metadata(`${cloud.scheme}//${host}`));
    else json(response, { status: 'Running', value: [], keys: [] });
  };
}

const solutions = dualWriteApps
  .slice(1)
  .flatMap(({ solutions: names }) => names.map((uniquename) => ({ uniquename })));
const packages = dualWriteApps.map(({ anchor }) => ({ uniqueName: anchor, state: 'None' }));

const environment = ({ instanceUrl, finance, island }: Told) => ({
  name: environmentId,
  properties: {
    linkedEnvironmentMetadata: { resourceId: 'o', instanceUrl },
    ...(finance === undefined ? {} : { linkedAppMetadata: { url: finance } }),
    cluster: { uriSuffix: island },
  },
});

const metadata = (base: string) => ({
  token_endpoint: `${base}/{tenantid}/oauth2/v2.0/token`,
  authorization_endpoint: `${base}/{tenantid}/oauth2/v2.0/authorize`,
  issuer: `${base}/{tenantid}/v2.0`,
  jwks_uri: `${base}/{tenantid}/discovery/v2.0/keys`,
});

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** What node's server refuses to send, an attacker's doesn't. */
function reply(request: IncomingMessage, response: ServerResponse, { status, headers }: Reply): void {
  const sendable = Object.values(headers).every((value) => /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value));
  if (sendable) {
    response.writeHead(status, headers).end();
    return;
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  request.socket.end(
    `HTTP/1.1 ${status} Said\r\n${lines.join('')}content-length: 0\r\nconnection: close\r\n\r\n`,
  );
}

/** The hosts that an environment of this estate is reached through, whatever place is attacked. */
export const ownHosts = ({ cloud: { bases }, goods, gateway }: Estate) => ({
  bap: hostOf(bases.bap),
  platform: hostOf(bases.powerPlatform),
  dataverse: goods.dataverse[0],
  finance: goods.finance[0],
  site: goods.site[0],
  gateway,
});
