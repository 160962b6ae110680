import { bap } from '@portico/microsoft/services/bap';
import { expect, test } from 'vitest';
import type { Contract } from './contract.ts';

const unknown = '00000000-0000-4000-8000-000000000000';

export const bapContract: Contract = (stage) => {
  test('lists environments, and gives one of them as the list has it', async () => {
    const client = stage().connect(bap);
    const { value } = await client.listEnvironments({});
    const one = await client.getEnvironment({ environment: stage().environment });
    const listed = value.find(({ name }) => name === stage().environment);
    expect(one?.properties.displayName).toBe(listed?.properties.displayName);
    expect(one?.properties.linkedEnvironmentMetadata?.instanceUrl).toMatch(/\/$/);
    expect(one?.properties.linkedEnvironmentMetadata?.instanceApiUrl).not.toMatch(/\/$/);
    expect(one?.properties.linkedEnvironmentMetadata?.resourceId).toMatch(/^[0-9a-f-]{36}$/i);
  });

  test('an unknown environment is absent', async () => {
    expect(await stage().connect(bap).getEnvironment({ environment: unknown })).toBeUndefined();
  });

  test('makers’ list holds what the caller belongs to, with permissions by name', async () => {
    const { value } = await stage().connect(bap).listMyEnvironments({});
    const mine = value.find(({ name }) => name === stage().environment);
    expect(mine?.properties.permissions).toHaveProperty('ReadEnvironment');
  });

  test('tenant settings say whether site creation is closed', async () => {
    const settings = await stage().connect(bap).listTenantSettings({});
    expect(typeof settings.disablePortalsCreationByNonAdminUsers).toBe('boolean');
  });

  test('lifecycle operations of an environment have a state', async () => {
    const $filter = `environment eq '${stage().environment}'`;
    const { value } = await stage().connect(bap).listLifecycleOperations({ $filter });
    for (const operation of value) expect(operation.state?.id).toMatch(/\w/);
  });
};
