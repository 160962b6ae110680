import type { Environment } from '@portico/microsoft/services/bap';
import { expect, test } from 'vitest';
import { environmentChoice } from './choices.ts';

const linked = { url: 'https://contoso.operations.dynamics.com/' };
const environment = (changes: Partial<Environment['properties']> = {}): Environment => ({
  name: 'a',
  properties: {
    displayName: 'Contoso',
    environmentSku: 'Production',
    linkedEnvironmentMetadata: { instanceUrl: 'https://contoso.crm4.dynamics.com/' },
    linkedAppMetadata: linked,
    states: { runtime: { id: 'Enabled' } },
    ...changes,
  },
});

const none = { linkedAppMetadata: null };
const runtime = (id: string) => ({ states: { runtime: { id } } });

test.each([
  ['a linked production environment', {}, 3, undefined],
  ['a linked sandbox', { environmentSku: 'Sandbox' }, 2, undefined],
  ['one that isn’t linked', none, 1, 'not-linked'],
  // Their checks say what can be done, so they can be picked.
  ['a linked default environment', { environmentSku: 'Default' }, 1, 'kind'],
  ['one in administration mode', runtime('AdminMode'), 1, 'closed'],
  ['a default environment that isn’t linked', { environmentSku: 'Default', ...none }, 0, 'kind'],
  ['one that is disabled', runtime('Disabled'), 0, 'off'],
  ['one without Dataverse', { linkedEnvironmentMetadata: null }, 0, 'no-dataverse'],
])('%s', (_, changes, fitness, reason) => {
  const found = environmentChoice(environment(changes));
  expect({ fitness: found.fitness, reason: found.reason?.id }).toEqual({
    fitness,
    reason: reason && `choices.environment.${reason}`,
  });
});
