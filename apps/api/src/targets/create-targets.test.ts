import { clouds } from '@portico/microsoft/clouds';
import { createConnections } from '@portico/microsoft/connect';
import { scriptedClient } from '@portico/microsoft/test-support/scripted-client';
import { virtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { describe, expect, it } from 'vitest';
import { createMerge } from '../site-config/merge-kept.ts';
import { memoryArchive } from '../site-config/test-support/memory-archive.ts';
import { createTargets } from './create-targets.ts';

interface Said {
  readonly platform?: string;
  readonly dataverse?: string;
  readonly island?: string;
  readonly gateway?: string;
}

/** Targets of an environment whose record says that, and which hosts they called. */
function targetsOf({ platform, dataverse, island, gateway }: Said) {
  const world = virtualWorld();
  const client = scriptedClient(world, ({ url }) => {
    if (url.includes('/scopes/admin/environments/'))
      return {
        status: 200,
        body: {
          name: 'e',
          properties: {
            linkedEnvironmentMetadata: { instanceUrl: 'https://contoso.crm4.dynamics.com/' },
            linkedAppMetadata: { url: platform },
            cluster: { uriSuffix: island },
          },
        },
      };
    if (url.includes('/DualWriteManagement/')) return { status: 200, body: [] };
    return dataverse === undefined
      ? { status: 400, body: { error: { code: '0x80048d0b' } } }
      : { status: 200, body: { Url: dataverse } };
  });
  const targets = createTargets(
    {
      cloud: clouds.public,
      connections: createConnections({ version: '1', client }),
      world,
      tokenFor: async () => 'token-1',
      archive: () => memoryArchive(),
      merge: createMerge(),
    },
    {
      run: 'run',
      choices: {},
      operations: {},
      person: { id: 'alex', tenant: 'contoso' },
      answers: { environment: { environment: 'e' }, ...(gateway ? { 'dual-write': { gateway } } : {}) },
      patience: 'interactive',
      evidence: () => undefined,
    },
  );
  const hosts = () => client.attempts.map(({ url }) => new URL(url).host);
  return { targets, hosts, run: world.run };
}

describe('a form of finance and operations for people', () => {
  it.each([
    [{ platform: 'https://contoso.operations.dynamics.com/' }, 'contoso.operations.dynamics.com'],
    [{ dataverse: 'https://Contoso.operations.dynamics.com' }, 'contoso.operations.dynamics.com'],
    [
      { platform: 'https://old.operations.dynamics.com', dataverse: 'https://new.operations.dynamics.com' },
      'new.operations.dynamics.com',
    ],
  ])('%j', async (said, host) => {
    const { targets, run } = targetsOf(said);
    expect(await run(targets.financeForm('CustParameters'))).toBe(`https://${host}/?mi=CustParameters`);
  });

  it.each([
    'https://evil.example/',
    'https://contoso.operations.dynamics.com@evil.example',
    'https://contoso.operations.dynamics.com/?cmp=usmf',
    'other+scheme://contoso.operations.dynamics.com%00',
    'contoso.operations.dynamics.com',
  ])('isn’t shown at %s, whoever names it', async (address) => {
    for (const said of [{ platform: address }, { dataverse: address }]) {
      const { targets, run } = targetsOf(said);
      const { financeForm, financeHost, finance } = targets;
      for (const ask of [() => financeForm('CustParameters'), financeHost, finance])
        await expect(run<unknown>(ask())).rejects.toMatchObject({ code: 'address-not-allowed' });
    }
  });

  it('isn’t there when nobody names one', async () => {
    const { targets, run } = targetsOf({});
    await expect(run(targets.financeHost())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the dual-write gateway', () => {
  const finance = { platform: 'https://contoso.operations.dynamics.com' };
  it.each(['eu-il107.gateway.prod.island', 'eu-il107'])('is on the island %s', async (island) => {
    const { targets, hosts, run } = targetsOf({ ...finance, island });
    expect(await run(targets.findGateway())).toBeDefined();
    expect(hosts()).toContain('projectmanagementservice.eu-il107.gateway.prod.island.powerapps.com');
  });

  it.each(['https://evil.example', 'evil@x', 'a/b', 'a:80', 'a b', '', '.island', 'a\n'])(
    'isn’t looked for on the island %j',
    async (island) => {
      const { targets, hosts, run } = targetsOf({ ...finance, island });
      const found = await run(targets.findGateway());
      expect(found).toBeUndefined();
      expect(hosts().filter((host) => host.startsWith('projectmanagementservice'))).toEqual([]);
    },
  );

  it.each(['eu-il107', 'a/b', ''])(
    'is where a person says it is, whatever the record says: %j',
    async (island) => {
      const gateway = 'https://projectmanagementservice.weu-il108.gateway.prod.island.powerapps.com';
      const { targets, hosts, run } = targetsOf({ ...finance, island, gateway });
      expect(await run(targets.findGateway())).toBeDefined();
      expect(await run(targets.gatewayAddress())).toEqual({ address: gateway, given: true });
      const asked = hosts().filter((host) => host.startsWith('projectmanagementservice'));
      expect(asked).toEqual([new URL(gateway).host]);
    },
  );

  it('is asked nothing at an address that is no gateway’s', async () => {
    const gateway = 'https://projectmanagementservice.weu.gateway.prod.island.powerapps.com.evil.example';
    const { targets, hosts, run } = targetsOf({ ...finance, island: 'eu-il107', gateway });
    await expect(run(targets.findGateway())).rejects.toMatchObject({ code: 'address-not-allowed' });
    expect(hosts().filter((host) => host.startsWith('projectmanagementservice'))).toEqual([]);
  });
});
