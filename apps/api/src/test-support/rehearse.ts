import { type Client, clientOf, type Incoming, type Outgoing } from '@portico/http/client';
import { routes } from '@portico/contract/routes';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { registrations } from '@portico/twin/registrations';
import type { ScenarioId } from '@portico/twin/scenarios/index';
import { signInAs } from '@portico/twin/sign-in-as';
import { startTwin, type Twin } from '@portico/twin/twin';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../config.ts';
import { type Api, startApi } from '../start-api.ts';
import { freePort } from './free-port.ts';
import { fillFolder } from './fresh-store.ts';

/** An answer of our API that isn't a success. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly challenge: string | undefined;
  constructor(status: number, body: unknown, challenge: string | undefined) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.challenge = challenge;
  }
}

export interface Rehearsal extends AsyncDisposable {
  readonly twin: Twin;
  readonly address: string;
  /** A client that calls as this persona. */
  as(userName?: string, tenant?: string): Promise<Client<typeof routes>>;
  /** A persona's bearer token for our API; of another tenant than their own where they visit. */
  token(userName?: string, tenant?: string): Promise<string>;
}

interface Options {
  readonly scenario?: ScenarioId;
  /** Twin seconds per second. */
  readonly speed?: number;
  readonly databaseUrl?: string;
}

const alex = 'alex@contoso.example';

/** The whole product without a browser: the twin, the API on a store of its own, and clients for personas. */
export async function rehearse({
  scenario = 'contoso-fresh',
  speed = 600,
  databaseUrl,
}: Options = {}): Promise<Rehearsal> {
  await using stack = new AsyncDisposableStack();
  const twin = stack.use(await startTwin({ scenario, speed }));
  const given = databaseUrl ? { databaseUrl } : {};
  const { address } = stack.use(await apiBeside({ port: twin.port, scenario, speed, ...given }));
  const opened = stack.move();
  const token = (userName = alex, tenant?: string) =>
    signInAs(twin, userName, 'api', tenant ? { tenant } : {});
  return {
    twin,
    address,
    token,
    as: async (userName, tenant) => clientWith(address, await token(userName, tenant)),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

interface Beside extends Required<Omit<Options, 'databaseUrl'>>, Pick<Options, 'databaseUrl'> {
  /** Of a twin that runs. */
  readonly port: number;
}

/** The API on a store of its own, beside a twin that may be in another process. */
export async function apiBeside({ port, scenario, speed, databaseUrl }: Beside): Promise<Api> {
  await using stack = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'portico-'));
  stack.defer(() => rm(data, { recursive: true, force: true }));
  if (!databaseUrl) await fillFolder(join(data, 'store'));
  const config = parseConfig({
    PORT: String(await freePort()),
    PORTICO_DATA: data,
    LOG_LEVEL: 'error',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  const { address } = stack.use(
    await startApi(config, {
      webFolder: data,
      scene: {
        cloud: twinCloud(port, speed),
        registrations: { wizard: registrations.browser, api: registrations.api },
        secrets: {
          apiSecret: registrations.apiSecret,
          sealKeys: `test:${randomBytes(32).toString('base64')}`,
        },
        about: () => ({ scenario, speed, controlUrl: `http://control.twin.localhost:${port}/` }),
      },
    }),
  );
  const opened = stack.move();
  return { address, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

export function clientWith(address: string, token: string | undefined): Client<typeof routes> {
  return clientOf(routes, {
    send: async ({ endpoint, target, body, signal }: Outgoing): Promise<Incoming> => {
      const answer = await fetch(new URL(target, address), {
        method: endpoint.method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(endpoint.method === 'GET' ? {} : { 'content-type': 'application/json', origin: address }),
        },
        ...(endpoint.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
        ...(signal ? { signal } : {}),
      });
      const text = await answer.text();
      const json = /json/.test(answer.headers.get('content-type') ?? '');
      return {
        status: answer.status,
        header: (name) => answer.headers.get(name) ?? undefined,
        body: text === '' ? undefined : json ? JSON.parse(text) : text,
      };
    },
    explain: (_request, answer, shape) =>
      new Refusal(answer.status, shape ?? answer.body, answer.header('www-authenticate')),
  });
}

/** A run with the environment chosen, ready for its checks. */
export async function newRun(api: Client<typeof routes>, environment: string): Promise<string> {
  const { run } = await api.createRun({ body: { title: 'Contoso', key: randomUUID() } });
  await api.answerStep({ run, step: 'environment', body: { environment } });
  return run;
}
