import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { websites } from '@portico/microsoft/services/websites';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepSaving } from './keep-saving.ts';
import { minutes } from './platform/durations.ts';
import { loadWorld, saveWorld, UnreadableWorld } from './save-world.ts';
import { connectTo } from './test-support/connect-to.ts';
import { environment, wish } from './test-support/given.ts';
import { startTwin } from './twin.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twin-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a rehearsal goes on after a restart: the same world, at the same time', async () => {
  const file = join(folder, 'goes-on.json');
  let left = '';
  {
    await using twin = await startTwin({ speed: 0 });
    const client = await connectTo(twin, websites);
    await client.createWebsite({ environment, body: wish });
    twin.world.clock.jump(8 * minutes);
    left = twin.world.clock.now().toISOString();
    await saveWorld(file, twin.world);
  }
  const state = await loadWorld(file, 'contoso-fresh');
  await using twin = await startTwin({ speed: 0, ...(state ? { state } : {}) });
  expect(twin.world.clock.now().toISOString()).toBe(left);
  const client = await connectTo(twin, websites);
  expect((await client.listWebsites({ environment })).value).toMatchObject([
    { status: 'OperationInProgress' },
  ]);
  twin.world.clock.jump(5 * minutes);
  expect((await client.listWebsites({ environment })).value).toMatchObject([{ status: 'OperationComplete' }]);
  expect(twin.world.state.writes).toHaveLength(1);
});

test('nothing saved is nothing to go on with; another scenario neither', async () => {
  const file = join(folder, 'other.json');
  expect(await loadWorld(file, 'contoso-fresh')).toBeUndefined();
  await using twin = await startTwin({ speed: 0 });
  await saveWorld(file, twin.world);
  expect(await loadWorld(file, 'site-exists')).toBeUndefined();
  expect(await loadWorld(file)).toMatchObject({ scenario: 'contoso-fresh' });
});

test.each([
  ['half a file', (text: string) => text.slice(0, text.length / 2)],
  ['another version', (text: string) => text.replace('"version":7', '"version":3')],
  ['a part missing', (text: string) => text.replace('"platform":', '"platform2":')],
])('%s is refused, not guessed at', async (_, spoil) => {
  const file = join(folder, 'spoilt.json');
  await using twin = await startTwin({ speed: 0 });
  await saveWorld(file, twin.world);
  await writeFile(file, spoil(await readFile(file, 'utf8')));
  await expect(loadWorld(file)).rejects.toBeInstanceOf(UnreadableWorld);
});

test('saves one after the other, and a last time at the end; nothing is left beside the file', async () => {
  const file = join(folder, 'kept.json');
  await using twin = await startTwin({ speed: 0 });
  {
    await using saving = keepSaving(file, twin.world, 5);
    expect(saving).toBeDefined();
    twin.world.state.ids = 4711;
  }
  expect(await loadWorld(file)).toMatchObject({ ids: 4711 });
  expect((await readdir(folder)).filter((name) => name.startsWith('kept'))).toEqual(['kept.json']);
});
