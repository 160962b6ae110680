import { createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import { websites } from '@portico/microsoft/services/websites';
import type { World } from '@portico/microsoft/session';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { expect, test } from 'vitest';
import type { Fault } from './world/fault.ts';
import { signInAs } from './sign-in-as.ts';
import { environment, wish } from './test-support/given.ts';
import { startTwin } from './twin.ts';

/** A tenth of every wait: a read's deadline is one second here. */
const hasty: World = {
  ...realWorld,
  sleep: (milliseconds, signal) => realWorld.sleep(milliseconds / 10, signal),
};

/** One call through the product's own pipeline to a twin with one fault: how it ended, and what went out. */
async function through(fault: Omit<Fault, 'count'>, change: boolean, count = 1) {
  await using twin = await startTwin({ speed: 0 });
  await using connections = createConnections({ version: '1' });
  const audience = 'https://api.powerplatform.com';
  const sent: number[] = [];
  const client = connections.connect(websites, {
    cloud: twinCloud(twin.port, 60),
    tenant: 'contoso',
    token: () => signInAs(twin, 'alex@contoso.example', audience),
    evidence: ({ status }) => sent.push(status),
    patience: 'interactive',
    world: hasty,
  });
  twin.world.state.faults.push({ ...fault, service: websites.name, count });
  const call: Promise<unknown> = change
    ? client.createWebsite({ environment, body: wish })
    : client.listWebsites({ environment });
  const ended = await call.then(
    () => 'answered',
    (error: Error & { code?: string }) => error.code ?? error.message,
  );
  return { ended, sent, sites: twin.world.state.writes.length };
}

test.each<[Fault['kind'], string, number[], string, number[], number]>([
  ['throttled', 'answered', [429, 200], 'answered', [429, 202], 1],
  ['throttled-silently', 'answered', [429, 200], 'answered', [429, 202], 1],
  ['server-error', 'answered', [503, 200], 'outcome-unknown', [503], 0],
  ['reset', 'answered', [0, 200], 'outcome-unknown', [0], 0],
  ['answer-lost', 'answered', [0, 200], 'outcome-unknown', [0], 1],
  // The start of a site answers without a body: nothing to cut.
  ['truncated', 'upstream-shape', [200], 'answered', [202], 1],
  ['wrong-content-type', 'upstream-shape', [200], 'upstream-shape', [200], 0],
  ['redirect', 'address-not-allowed', [302], 'address-not-allowed', [302], 0],
  ['token-refused', 'answered', [401, 200], 'answered', [401, 202], 1],
  ['step-up-needed', 'answered', [401, 200], 'answered', [401, 202], 1],
])('%s: a read is %s after %j, a change %s after %j', async (kind, read, reads, change, changes, sites) => {
  expect(await through({ kind }, false)).toEqual({ ended: read, sent: reads, sites: 0 });
  expect(await through({ kind }, true)).toEqual({ ended: change, sent: changes, sites });
});

test('slow: a read that takes too long is asked again', async () => {
  expect(await through({ kind: 'slow', seconds: 2 }, false)).toEqual({
    ended: 'answered',
    sent: [0, 200],
    sites: 0,
  });
});

test.each<[Fault['kind'], string]>([
  ['throttled', 'upstream-throttled'],
  ['server-error', 'upstream-unavailable'],
  ['reset', 'upstream-unavailable'],
  ['token-refused', 'needs-sign-in'],
  ['step-up-needed', 'needs-step-up'],
])('%s without end: %s', async (kind, code) => {
  const { ended, sent } = await through({ kind }, false, 99);
  expect(ended).toBe(code);
  expect(sent.length).toBeLessThanOrEqual(4);
});
