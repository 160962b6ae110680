import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { describe, expect, test } from 'vitest';
import { signInAs } from '../sign-in-as.ts';
import { ask } from '../test-support/ask.ts';
import { differences } from '../test-support/differences.ts';
import { organizationOf } from '../test-support/environment-addresses.ts';
import { startTwin } from '../twin.ts';

const recorded = [
  ['dataverse-whoami', '/WhoAmI', dataverse.endpoints.whoAmI],
  ['dataverse-list-solutions', '/solutions?$expand=publisherid', dataverse.endpoints.listRows],
] as const;

const fixture = (folder: URL, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const ours = new URL('../fixtures/', import.meta.url);

describe.each(recorded)('%s', (name, path, endpoint) => {
  test('our client reads it', () => {
    expect(endpoint.answer.safeParse(fixture(ours, name)).error).toBeUndefined();
  });

  test('the twin answers with the same keys, types and nulls', async () => {
    await using twin = await startTwin({ speed: 0 });
    const root = organizationOf(twin);
    const token = await signInAs(twin, 'alex@contoso.example', root);
    const headers = { Authorization: `Bearer ${token}` };
    const { text } = await ask(`${root}/api/data/v9.2${path}`, { headers });
    expect(differences(comparable(JSON.parse(text)), comparable(fixture(ours, name)))).toEqual([]);
  });
});

/** The recorded list lost its context, which every answer of Dataverse has (OData 4.01, JSON format, 4.5.1). */
const comparable = (body: unknown): unknown => {
  const kept = Object.entries(typeof body === 'object' && body !== null ? body : {});
  return Object.fromEntries(kept.filter(([key]) => key !== '@odata.context'));
};

/** The recordings themselves, where they are at hand. */
const shared = new URL('../../../../../shared/fixtures/', import.meta.url);
const there = existsSync(fileURLToPath(shared));

test.for(recorded)(
  '%s: our shape is the recorded one, and our client reads it',
  ([name, , endpoint], context) => {
    context.skip(!there, 'the recordings are not on this machine');
    const answer = fixture(shared, name);
    expect(differences(fixture(ours, name), answer)).toEqual([]);
    expect(differences(answer, fixture(ours, name))).toEqual([]);
    expect(endpoint.answer.safeParse(answer).error).toBeUndefined();
  },
);
