import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onBothStores, onPostgres } from '../test-support/both-stores.ts';
import { freshFolder } from '../test-support/fresh-store.ts';
import { startChild } from './child.ts';
import { lockFolder } from './folder-lock.ts';
import { openEmbedded } from './open-embedded.ts';
import { openStore } from './open-store.ts';
import { createRuns } from './runs.ts';

const world = { now: () => new Date('2026-05-04T03:02:01.500Z') };
const by = { id: 'p1', tenant: 't1', name: 'Ada' };

onBothStores('the store', ({ kind, fresh, empty }) => {
  test('opens, migrates once, and finds everything again after it was closed', async () => {
    const config = await empty();
    const first = await openStore(config);
    expect(first.kind).toBe(kind);
    const run = await createRuns(first, world).ensure({ title: 'Contoso', key: 'k1', by });
    await first[Symbol.asyncDispose]();
    await using again = await openStore(config);
    expect(await createRuns(again, world).list('t1')).toEqual([run]);
  });

  test('one key in one tenant is one run, and another tenant sees nothing of it', async () => {
    await using store = await openStore(await fresh());
    const runs = createRuns(store, world);
    const made = await Promise.all([1, 2, 3].map(() => runs.ensure({ title: 'Contoso', key: 'k', by })));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const other = await runs.ensure({ title: 'Fabrikam', key: 'k', by: { ...by, tenant: 't2' } });
    expect(other.id).not.toBe(made[0]?.id);
    expect(await runs.find('t2', made[0]?.id ?? '')).toBeUndefined();
    expect(await runs.list('t1')).toHaveLength(1);
  });

  test('transactions that overlap in time do not mix', async () => {
    await using store = await openStore(await fresh());
    await store.pool.query('create table counter (n int not null)');
    await store.pool.query('insert into counter values (0)');
    const add = async (fail: boolean) => {
      const client = await store.pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<{ n: number }>('select n from counter for update');
        await client.query('update counter set n = $1', [(rows[0]?.n ?? 0) + 1]);
        await client.query(fail ? 'rollback' : 'commit');
      } finally {
        client.release();
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, index) => add(index % 4 === 0)));
    const { rows } = await store.pool.query<{ n: number }>('select n from counter');
    expect(rows[0]?.n).toBe(15);
  });

  test('what a broken client left open is rolled back', async () => {
    await using store = await openStore(await fresh());
    await store.pool.query('create table kept (n int not null)');
    const client = await store.pool.connect();
    await client.query('begin');
    await client.query('insert into kept values (1)');
    client.release(new Error('broken in the middle'));
    expect((await store.pool.query('select * from kept')).rows).toEqual([]);
  });

  test('timers run while queries do', async () => {
    await using store = await openStore(await fresh());
    let turns = 0;
    let going = true;
    const tick = () => {
      turns += 1;
      if (going) setImmediate(tick);
    };
    setImmediate(tick);
    for (let n = 0; n < 200; n += 1) await store.pool.query('select $1::int as n', [n]);
    going = false;
    expect(turns).toBeGreaterThanOrEqual(200);
  });
});

onPostgres('a database', ({ empty }) => {
  test('in which we may not create anything is refused, with the statement that mends it', async () => {
    const { databaseUrl = '', folder } = await empty();
    // A role that every PostgreSQL has and that may create nothing.
    const opening = openStore({ folder, databaseUrl: `${databaseUrl}?options=-c%20role%3Dpg_monitor` });
    await expect(opening).rejects.toMatchObject({ code: 'database-rights' });
    await expect(opening).rejects.toThrow(/grant create on database portico_test_\w+ to pg_monitor/);
  });
});

onBothStores('a store that a newer version has changed', ({ fresh }) => {
  test('is left alone', async () => {
    const config = await fresh();
    const store = await openStore(config);
    await store.pool.query(`insert into kysely_migration values ('9999-later', '2030-01-01')`);
    await store[Symbol.asyncDispose]();
    await expect(openStore(config)).rejects.toMatchObject({ code: 'database-newer' });
  });
});

onPostgres('an empty database', ({ fresh }) => {
  test('two processes may migrate an empty database at once', async () => {
    const config = await fresh();
    await using one = startChild('store/open-store.child.ts');
    await using two = startChild('store/open-store.child.ts');
    expect(await Promise.all([one.next(), two.next()])).toEqual(['ready', 'ready']);
    one.tell(config);
    two.tell(config);
    expect(await Promise.all([one.next(), two.next()])).toEqual(['open', 'open']);
  });
});

describe('the embedded store', () => {
  test('a new folder is closed to everybody else', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such modes.');
    const above = await mkdtemp(join(tmpdir(), 'portico-store-'));
    const folder = join(above, 'store');
    await (await lockFolder(folder))[Symbol.asyncDispose]();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await rm(above, { recursive: true });
  });

  test('a folder belongs to one process; a killed one leaves it free', async () => {
    const [config, drop] = await freshFolder();
    await using child = startChild('store/open-store.child.ts');
    await child.next();
    child.tell(config);
    expect(await child.next()).toBe('open');
    const refused = openStore(config);
    await expect(refused).rejects.toMatchObject({ code: 'folder-locked' });
    await expect(refused).rejects.toThrow(config.folder);
    await child.kill();
    await (await openStore(config))[Symbol.asyncDispose]();
    await drop();
  });

  test('a second opening in the same process is refused, and works after the first was closed', async () => {
    const [config, drop] = await freshFolder();
    const first = await openStore(config);
    await expect(openStore(config)).rejects.toMatchObject({ code: 'folder-locked' });
    await first[Symbol.asyncDispose]();
    await (await openStore(config))[Symbol.asyncDispose]();
    await drop();
  });

  test('of ten that find a dead holder, one takes over', async () => {
    const [config, drop] = await freshFolder();
    await writeFile(join(config.folder, 'holder.7'), JSON.stringify({ pid: process.pid, started: 'before' }));
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => openEmbedded(config.folder)));
    const opened = tries.filter((tried) => tried.status === 'fulfilled');
    expect(opened).toHaveLength(1);
    for (const { value } of opened) await value[Symbol.asyncDispose]();
    await drop();
  });

  test('every commit reaches the disk', async () => {
    const [config, drop] = await freshFolder();
    const embedded = await openEmbedded(config.folder);
    await embedded.pool.query('create table kept (n int not null)');
    for (let n = 0; n < 5; n += 1) {
      const before = embedded.syncs.count;
      await embedded.pool.query('insert into kept values ($1)', [n]);
      expect(embedded.syncs.count).toBeGreaterThan(before);
    }
    await embedded[Symbol.asyncDispose]();
    await drop();
  });
});

describe('an embedded store that can not be opened', () => {
  test('a damaged one is said in words, and its folder is free again', async () => {
    const [config, drop] = await freshFolder();
    for (const attempt of ['first', 'second']) {
      await writeFile(join(config.folder, 'database', 'PG_VERSION'), attempt);
      const opening = openStore(config);
      await expect(opening).rejects.toMatchObject({ code: 'database-damaged' });
      await expect(opening).rejects.toThrow(/can’t be opened.*Put back the last copy/);
    }
    await drop();
  });

  test('one that belongs to somebody else names the file', async ({ skip }) => {
    skip(
      process.getuid?.() === 0 || process.platform === 'win32',
      'No mode of a file stops root or Windows.',
    );
    const [config, drop] = await freshFolder();
    const file = join(config.folder, 'database', 'global', 'pg_control');
    await chmod(file, 0o400);
    const opening = openStore(config);
    await expect(opening).rejects.toMatchObject({ code: 'EACCES' });
    await expect(opening).rejects.toThrow(file);
    await drop();
  });
});

describe('a database that can not be had', () => {
  test('is said in words, without the connection string', async () => {
    const opening = openStore({ folder: '/nowhere', databaseUrl: 'postgres://me:secret@127.0.0.1:1/none' });
    await expect(opening).rejects.toMatchObject({ code: 'database-unreachable' });
    await expect(opening).rejects.not.toThrow('secret');
  });
});
