// What becomes of requests when the service is stopped in the middle of them.
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, rehearse } from '../test-support/rehearse.ts';

test('a stop waits for no slow answer of Microsoft: looks end, and the store closes after them', async () => {
  const rehearsal = await rehearse();
  let ended: Promise<unknown> | undefined;
  let began = 0;
  try {
    const api = await rehearsal.as();
    const run = await newRun(api, environments.production);
    rehearsal.twin.world.state.faults.push({ kind: 'slow', count: 1000, seconds: 3_600 });
    ended = api.runChecks({ run, body: {} }).catch((error: unknown) => error);
    await patiently('it looks', async () =>
      (await api.getRun({ run })).events.some(({ event }) => event.type === 'check-started'),
    );
    began = performance.now();
  } finally {
    await rehearsal[Symbol.asyncDispose]();
  }
  // Less than the patience with what doesn't end by itself.
  expect(performance.now() - began).toBeLessThan(4_500);
  expect(await ended).toBeInstanceOf(Error);
}, 30_000);
