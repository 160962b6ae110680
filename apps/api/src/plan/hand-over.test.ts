import type { RunEvent } from '@portico/plan/event';
import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyRing } from '../auth/key-ring.ts';
import { createJournal } from '../journal/journal.ts';
import { finishedKey } from '../operations/run-operation.ts';
import { endHandOffs } from '../store/hand-offs.ts';
import { openStore, type StoreConfig } from '../store/open-store.ts';
import { createRuns } from '../store/runs.ts';
import { onBothStores } from '../test-support/both-stores.ts';
import { createHandOffs } from './hand-over.ts';

const ada = { id: 'ada', tenant: 't1', name: 'Ada' };
const eve = { id: 'eve', tenant: 't2', name: 'Eve' };
const operation = 'op';
const over = { state: 'over' };
const missing: RunEvent = {
  type: 'check-finished',
  check: 'system-administrator',
  finding: {
    state: 'blocked',
    says: { id: 'system-administrator.missing', values: { user: 'ada' } },
    remedy: { owner: 'environment-admin', steps: [{ id: 'system-administrator.remedy.open' }] },
  },
  evidence: [],
  took: 1,
};

/** A run with an operation that waits for a person, and a clock that is set by hand. */
async function openStage(config: StoreConfig) {
  const clock = { at: Date.parse('2026-11-26T09:00:00Z') };
  const now = () => new Date(clock.at);
  const store = await openStore(config);
  const journal = createJournal(store, { now });
  const runs = createRuns(store, { now });
  const { id: run } = await runs.ensure({ title: 'Contoso', key: 'k', by: ada });
  const guide = {
    who: 'environment-admin',
    link: 'https://admin',
    steps: [],
    notice: { id: 'mend.notice' },
  } as const;
  const begun = {
    action: 'mend:system-administrator',
    key: 'k',
    driver: 'guided',
    changes: [],
    guide,
  } as const;
  const row = { id: operation, run, tenant: ada.tenant, person: ada.id, action: begun.action, pace: 1 };
  await journal.append(
    run,
    ada,
    [missing, { type: 'operation-started', operation, ...begun }],
    undefined,
    async (tx) =>
      tx
        .insertInto('operations')
        .values({ ...row, driver: 'guided', by: JSON.stringify(ada), left: null, started_at: now() })
        .execute(),
  );
  const handOffs = createHandOffs({
    store,
    journal,
    runs,
    now,
    places: { adminCentre: 'https://admin', consent: (tenant) => `https://consent/${tenant}` },
    random: randomBytes,
    ring: keyRing(`test:${randomBytes(32).toString('base64')}`),
  });
  const give = (more: { to?: string; days?: number; key?: string } = {}) =>
    handOffs.give({ run, operation, by: ada, to: 'Mona', days: 3, key: crypto.randomUUID(), ...more });
  return {
    store,
    journal,
    handOffs,
    run,
    give,
    days: (count: number) => void (clock.at += count * 86_400_000),
    read: (token: string, proof?: string) => handOffs.read({ token, proof }),
    events: async () => (await journal.read(run, 0)).map(({ event }) => event),
    told: async () =>
      (await journal.read(run, 0)).flatMap(({ event, by }) =>
        event.type === 'hand-off' ? [`${by?.name ?? 'nobody'}: ${event.state} ${event.to}`] : [],
      ),
    /** As the operation's own end does. */
    end: (done: boolean) =>
      journal.append(
        run,
        null,
        async (tx) => [
          ...(await endHandOffs(tx, operation, { done, now: now() })),
          { type: 'operation-finished', operation, outcome: done ? 'done' : 'cancelled' },
        ],
        finishedKey(operation),
      ),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

/** Guesses; a question to the embedded database takes ten times as long. */
const guesses = { postgres: 10_000, embedded: 1000 };

onBothStores('hand-offs', ({ kind, fresh }) => {
  test(`whatever is wrong with a link, the answer is the same, ${guesses[kind]} times`, {
    timeout: 120_000,
  }, async () => {
    await using stage = await openStage(await fresh());
    const revoked = await stage.give();
    await stage.handOffs.revoke({ run: stage.run, operation, by: ada, handOff: revoked.handOff });
    const expired = await stage.give({ days: 1 });
    stage.days(2);
    const { token } = await stage.give();
    const near = Array.from(token).flatMap((letter, index) => [
      token.slice(0, index) + (letter === 'A' ? 'B' : 'A') + token.slice(index + 1),
      token.slice(0, index) + letter.toUpperCase() + token.slice(index + 1),
    ]);
    const spoilt = [token.slice(1), `${token}=`, `${token}A`, ` ${token}`, `#${token}`, token.toLowerCase()];
    const odd = ['', ' ', '%', "' or 1=1 --", '\u0000', '\ud800', 'null', 'constructor'];
    const known = [revoked.token, expired.token, revoked.handOff, stage.run, operation];
    const hash = createHash('sha256').update(token).digest();
    const derived = [hash.toString('base64url'), hash.toString('hex'), Buffer.from(token).toString('hex')];
    const tried = [near.filter((each) => each !== token), spoilt, odd, known, derived].flat();
    const random = Array.from({ length: guesses[kind] - tried.length }, () =>
      randomBytes(32).toString('base64url'),
    );
    const answers = new Set<string>();
    for (const each of [...tried, ...random]) answers.add(JSON.stringify(await stage.read(each)));
    expect([...answers]).toEqual([JSON.stringify(over)]);
    // Nobody was told of all that, and the one that is good still is.
    expect(await stage.told()).toEqual([
      'Ada: given Mona',
      'Ada: revoked Mona',
      'Ada: given Mona',
      'Ada: expired Mona',
      'Ada: given Mona',
    ]);
    expect(await stage.read(token)).toMatchObject({ state: 'open', from: 'Ada', to: 'Mona' });
  });

  test('opened is told once, however often and at once it is opened', async () => {
    await using stage = await openStage(await fresh());
    const { token } = await stage.give();
    const pages = await Promise.all(Array.from({ length: 8 }, () => stage.read(token)));
    expect(new Set(pages.map(({ state }) => state))).toEqual(new Set(['open']));
    expect(await stage.told()).toEqual(['Ada: given Mona', 'nobody: opened Mona']);
  });

  test.each([
    ['opened, and it was done: used', true, true, ['nobody: used Mona'], 'done'],
    ['never opened, and done all the same: no longer needed', false, true, ['nobody: revoked Mona'], 'over'],
    ['opened, and given up: no longer needed', true, false, ['nobody: revoked Mona'], 'over'],
  ] as const)('with its operation a link ends. %s', async (_, opened, done, last, state) => {
    await using stage = await openStage(await fresh());
    const { token } = await stage.give();
    const page = opened ? await stage.read(token) : undefined;
    const proof = page?.state === 'open' ? page.proof : undefined;
    await stage.end(done);
    expect((await stage.told()).slice(-1)).toEqual(last);
    expect((await stage.events()).at(-1)).toMatchObject({ type: 'operation-finished' });
    expect(await stage.read(token)).toEqual(over);
    expect(await stage.read(token, proof)).toEqual({ state });
    await expect(stage.give()).rejects.toMatchObject({ code: 'nothing-to-hand-over' });
  });

  test('a link that expires while its page is open says no more, and its end is told once', async () => {
    await using stage = await openStage(await fresh());
    const { token } = await stage.give({ days: 1 });
    const page = await stage.read(token);
    const proof = page.state === 'open' ? page.proof : '';
    await stage.handOffs.expire({ run: stage.run, operation });
    expect(await stage.read(token)).toMatchObject({ state: 'open' });
    stage.days(1);
    expect(await stage.read(token, proof)).toEqual(over);
    for (let times = 0; times < 3; times += 1) await stage.handOffs.expire({ run: stage.run, operation });
    expect(await stage.told()).toEqual(['Ada: given Mona', 'nobody: opened Mona', 'nobody: expired Mona']);
    await stage.end(true);
    expect(await stage.read(token, proof)).toEqual(over);
  });

  test('many at once leave one link that works', async () => {
    await using stage = await openStage(await fresh());
    const all = await Promise.all(Array.from({ length: 6 }, (_, n) => stage.give({ to: `Mona ${n}` })));
    const pages = await Promise.all(all.map(({ token }) => stage.read(token)));
    expect(pages.filter(({ state }) => state === 'open')).toHaveLength(1);
    expect((await stage.told()).filter((one) => one.includes('revoked'))).toHaveLength(5);
  });

  test('the same key is the same hand-off with a fresh link; one that is over isn’t begun anew', async () => {
    await using stage = await openStage(await fresh());
    const key = crypto.randomUUID();
    const first = await stage.give({ key });
    const second = await stage.give({ key, to: 'Somebody else', days: 14 });
    expect(second.handOff).toBe(first.handOff);
    expect(await stage.read(first.token)).toEqual(over);
    expect(await stage.read(second.token)).toMatchObject({ state: 'open', to: 'Mona' });
    await stage.handOffs.revoke({ run: stage.run, operation, by: ada, handOff: first.handOff });
    await expect(stage.give({ key })).rejects.toMatchObject({ code: 'nothing-to-hand-over' });
    expect(await stage.told()).toEqual(['Ada: given Mona', 'nobody: opened Mona', 'Ada: revoked Mona']);
  });

  test('another tenant can neither give nor take back, and learns nothing', async () => {
    await using stage = await openStage(await fresh());
    const { handOff, token } = await stage.give();
    const { run } = stage;
    const stranger = { run, operation, by: eve, to: 'Eve', days: 1, key: crypto.randomUUID() };
    await expect(stage.handOffs.give(stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(stage.handOffs.revoke({ ...stranger, handOff })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      stage.handOffs.revoke({ run, operation, by: ada, handOff: 'constructor' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await stage.read(token)).toMatchObject({ state: 'open' });
  });

  test('no token, and no hash of one, is anywhere but where links are looked up', async () => {
    await using stage = await openStage(await fresh());
    const { token } = await stage.give();
    const page = await stage.read(token);
    await stage.end(true);
    const hash = createHash('sha256').update(token).digest();
    const { db } = stage.store;
    const rows = [
      await db.selectFrom('events').selectAll().execute(),
      await db.selectFrom('operations').selectAll().execute(),
      await db.selectFrom('runs').selectAll().execute(),
    ];
    const links = await db.selectFrom('hand_offs').selectAll().execute();
    expect(links.map((row) => row.hash.equals(hash))).toEqual([true]);
    const written = JSON.stringify([rows, links.map(({ hash: _, ...row }) => row)]);
    const proof = page.state === 'open' ? page.proof : '?';
    for (const secret of [
      token,
      proof,
      hash.toString('hex'),
      hash.toString('base64'),
      hash.toString('base64url'),
    ])
      expect(written).not.toContain(secret);
    expect(written).toContain('Mona');
  });
});
