import { changeSet, type Operation, readBatch } from '@portico/microsoft/batch';
import { createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import { dataverse } from '@portico/microsoft/services/dataverse';
import type { Session } from '@portico/microsoft/session';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { expect, test } from 'vitest';
import { signInAs } from '../../sign-in-as.ts';
import { startTwin } from '../../twin.ts';
import type { Fault } from '../../world/fault.ts';

type Evidence = Parameters<Session['evidence']>[0];

const id = 'c0ffee00-0000-4000-8000-000000000001';
const secret = 'a secret “value” of somebody';
const create: Operation = {
  method: 'POST',
  path: 'adx_sitesettings',
  body: { adx_sitesettingid: id, adx_name: 'A', adx_value: secret },
};

/** A change set through the product's own pipeline: how it ended, what was seen of it, and whether it happened. */
async function send(operations: readonly Operation[], fault?: Fault['kind']) {
  await using twin = await startTwin({ speed: 0, scenario: 'site-exists' });
  await using connections = createConnections({ version: '1' });
  const base = `http://contoso.crm4.twin.localhost:${twin.port}`;
  const seen: Evidence[] = [];
  const session = {
    cloud: twinCloud(twin.port, 60),
    tenant: 'contoso',
    token: (audience: string) => signInAs(twin, 'alex@contoso.example', audience),
    evidence: (record: Evidence) => seen.push(record),
    patience: 'interactive' as const,
    world: realWorld,
  };
  const client = connections.connect(dataverse, session, base);
  if (fault) twin.world.state.faults.push({ kind: fault, service: 'Dataverse', endpoint: 'batch', count: 1 });
  const { contentType, body } = changeSet(operations, { batch: 'b', set: 's' });
  const ended = await client
    .batch({ headers: { 'content-type': contentType }, body })
    .then(readBatch)
    .then(
      (parts) => parts.map(({ status }) => status),
      (error: Error & { code?: string }) => error.code ?? error.message,
    );
  const rows = twin.world.state.dataverse.organizations[0]?.tables['adx_sitesettings'] ?? [];
  return { ended, seen, row: rows.find((row) => row['adx_sitesettingid'] === id) };
}

const unwell = 'outcome-unknown';

test.each<[Fault['kind'], unknown, number[], boolean]>([
  ['throttled', [204], [429, 200], true],
  ['server-error', unwell, [503], false],
  ['reset', unwell, [0], false],
  ['answer-lost', unwell, [0], true],
  ['truncated', 'upstream-shape', [200], true],
  ['wrong-content-type', 'upstream-shape', [200], false],
  ['wrong-shape', 'upstream-shape', [200], false],
  ['token-refused', [204], [401, 200], true],
])('%s: it ends as %j after %j, and happens or not: %s', async (fault, ended, statuses, happens) => {
  const { seen, row, ...rest } = await send([create], fault);
  expect(rest.ended).toEqual(ended);
  expect(seen.map(({ status }) => status)).toEqual(statuses);
  expect(row !== undefined).toBe(happens);
});

test('what people have written arrives as it was, and is no evidence', async () => {
  const { row, seen } = await send([create]);
  expect(row).toMatchObject({ adx_value: secret });
  expect(JSON.stringify(seen)).not.toContain('secret');
  expect(seen).toMatchObject([{ endpoint: 'batch', method: 'POST', status: 200 }]);
});

test('a refusal of one change is an answer about all of them', async () => {
  const { ended, row, seen } = await send([create, create]);
  expect(ended).toEqual([412]);
  expect(row).toBeUndefined();
  expect(seen).toMatchObject([{ status: 412 }]);
});
