import { clouds } from '@portico/microsoft/clouds';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { askedPermissions } from './asked-permissions.ts';

const manual = readFileSync(new URL('../../../../docs/running.md', import.meta.url), 'utf8');

test('what a person is told to be missing is what the manual tells to register', () => {
  const { bap, graph, powerPlatform } = clouds.public.audiences;
  const environment = ['https://contoso.crm4.dynamics.com', 'https://contoso.operations.dynamics.com'];
  const asked = [bap, graph, powerPlatform, ...environment].map((audience) =>
    askedPermissions(clouds.public, audience),
  );
  expect(new Set(asked.map(({ service }) => service)).size).toBe(5);
  for (const { service, scopes } of asked) {
    expect(manual).toContain(`| ${service} `);
    for (const scope of scopes.split(', ')) expect(manual).toContain(`\`${scope}\``);
  }
});
