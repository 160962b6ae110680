import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Endpoint } from '@portico/http/endpoint';
import { applicationPackages } from '@portico/microsoft/services/application-packages';
import { bap } from '@portico/microsoft/services/bap';
import { websites } from '@portico/microsoft/services/websites';
import { beforeEach, describe, expect, test } from 'vitest';
import { environments, organizations } from './scenarios/contoso/ids.ts';
import { siteExists } from './scenarios/site-exists.ts';
import { signInAs } from './sign-in-as.ts';
import { ask } from './test-support/ask.ts';
import { differences } from './test-support/differences.ts';
import { startTwin, type Twin } from './twin.ts';
import type { State } from './world.ts';

const provider = '/providers/Microsoft.BusinessAppPlatform';
const admin = `${provider}/scopes/admin/environments`;
const expand = '$expand=properties/billingPolicy,properties/copilotPolicies';

interface Recorded {
  readonly audience: string;
  readonly address: string;
  /** Reads the answer; none for an error. */
  readonly endpoint?: Endpoint;
}

const onBap = (address: string, endpoint?: Endpoint): Recorded => ({
  audience: 'https://service.powerapps.com',
  address: `bap.twin.localhost${address}`,
  ...(endpoint ? { endpoint } : {}),
});
const onGateway = (address: string, endpoint: Endpoint): Recorded => ({
  audience: 'https://api.powerplatform.com',
  address: `api.twin.localhost${address}`,
  endpoint,
});

const recorded: Readonly<Record<string, (state: State) => Recorded>> = {
  'bap-list-environments': () =>
    onBap(`${admin}?${expand}&api-version=2023-06-01`, bap.endpoints.listEnvironments),
  'bap-get-environment-no-dataverse': () =>
    onBap(
      `${admin}/${environments.sandbox}?$expand=permissions,properties.capacity,properties/billingPolicy&api-version=2023-06-01`,
      bap.endpoints.getEnvironment,
    ),
  'bap-get-environment-404': () => onBap(`${admin}/${organizations.sandbox}?api-version=2023-06-01`),
  'bap-get-lifecycle-operation': ({ platform }) =>
    onBap(
      `${provider}/lifecycleOperations/${platform.lifecycle[0]?.id}?api-version=2023-06-01`,
      bap.endpoints.getLifecycleOperation,
    ),
  'ppapi-list-application-packages': () =>
    onGateway(
      `/appmanagement/environments/${environments.production}/applicationPackages?api-version=2022-03-01-preview`,
      applicationPackages.endpoints.listPackages,
    ),
  'ppapi-list-websites': () =>
    onGateway(
      `/powerpages/environments/${environments.production}/websites?api-version=2022-03-01-preview`,
      websites.endpoints.listWebsites,
    ),
};

const fixture = (folder: URL, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const ours = new URL('fixtures/', import.meta.url);

/** A world with what was recorded: a developer environment with everything, a sandbox without Dataverse. */
async function recordedWorld(): Promise<Twin> {
  const state = siteExists(new Date());
  const { platform } = state;
  platform.billing[environments.developer] = organizations.sandbox;
  for (const [index, environment] of platform.environments.entries()) {
    const { organization: _, domain: __, ...bare } = environment;
    if (environment.id === environments.sandbox) platform.environments[index] = bare;
    if (environment.id === environments.developer)
      platform.environments[index] = {
        ...environment,
        organization: organizations.sandbox,
        domain: 'alex-dev',
        group: organizations.default,
      };
  }
  const kept = platform.environments.filter(({ sku }) => sku === 'Developer' || sku === 'Sandbox');
  platform.environments.splice(
    0,
    Infinity,
    ...kept,
    ...platform.environments.filter((e) => !kept.includes(e)),
  );
  return startTwin({ speed: 0, state });
}

describe.each(Object.entries(recorded))('%s', (name, of) => {
  test('our client reads it', () => {
    const { endpoint } = of(siteExists(new Date()));
    expect(endpoint?.answer.safeParse(fixture(ours, name)).error).toBeUndefined();
  });

  test('the twin answers with the same keys, types and nulls', async () => {
    await using twin = await recordedWorld();
    const { audience, address } = of(twin.world.state);
    const token = await signInAs(twin, 'alex@contoso.example', audience);
    const { text } = await ask(`http://${address.replace('localhost', `localhost:${twin.port}`)}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(differences(comparable(name, JSON.parse(text)), fixture(ours, name))).toEqual([]);
  });
});

/** Of the list, the two environments that the recording has counterparts of. */
function comparable(name: string, body: { value?: unknown[] }): unknown {
  return name === 'bap-list-environments' ? { ...body, value: body.value?.slice(0, 2) } : body;
}

/** The recordings themselves, where they are at hand. */
const shared = new URL('../../../../shared/fixtures/', import.meta.url);
const there = existsSync(fileURLToPath(shared));

describe('recordings', () => {
  beforeEach((here) => here.skip(!there, 'the recordings are not on this machine'));

  test.each(Object.entries(recorded))(
    '%s: our shape is the recorded one, and our client reads it',
    (name, of) => {
      const answer = fixture(shared, name);
      expect(differences(fixture(ours, name), answer)).toEqual([]);
      expect(differences(answer, fixture(ours, name))).toEqual([]);
      expect(of(siteExists(new Date())).endpoint?.answer.safeParse(answer).error).toBeUndefined();
    },
  );
});
