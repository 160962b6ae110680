// The product as `npm start` starts it, in this process: settings from the environment, a store and a twin of its own.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json as readJson } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkSettings, start, type Started } from './start.ts';
import { freePort } from './test-support/free-port.ts';
import { fillFolder, freshDatabase, whyNoPostgres } from './test-support/fresh-store.ts';

let data = '';
let port = 0;
let twinPort = 0;
let running: Started | undefined;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'portico-start-'));
  await fillFolder(join(data, 'store'));
  [port, twinPort] = [await freePort(), await freePort()];
  set({ PORT: port, PORTICO_TWIN_PORT: twinPort, PORTICO_DATA: data, LOG_LEVEL: 'silent' });
});
afterEach(async () => {
  await stopped();
  vi.unstubAllEnvs();
  await rm(data, { recursive: true, force: true });
});

async function started(): Promise<string> {
  running = await start({ webFolder: data });
  return running.address;
}

async function stopped(): Promise<void> {
  const { close } = running ?? {};
  running = undefined;
  await close?.();
}

const set = (settings: Record<string, string | number>): void => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, String(value));
};

const json = async (url: string): Promise<unknown> => (await fetch(url)).json();

/** Tells the rehearsal's controls something, or asks for its state. Their name isn't known to every resolver. */
function control(path: string, body?: object): Promise<unknown> {
  const asked = request({
    port: twinPort,
    path,
    method: body ? 'POST' : 'GET',
    headers: { Host: `control.twin.localhost:${twinPort}`, 'Content-Type': 'application/json' },
  });
  return new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', (answer) => void readJson(answer).then(resolve, reject));
    asked.end(body && JSON.stringify(body));
  });
}

/** Takes a port until it is disposed of; rejects when somebody has it. */
async function take(at: number): Promise<AsyncDisposable> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(at, '127.0.0.1', resolve);
  });
  return { [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Proof that nobody listens there. */
async function expectFree(...ports: number[]): Promise<void> {
  for (const one of ports) await (await take(one))[Symbol.asyncDispose]();
  expect(ports).toHaveLength(new Set(ports).size);
}

test('a rehearsal answers, frees everything when it is closed, and goes on where it was', async () => {
  const address = await started();
  expect(address).toBe(`http://localhost:${port}`);
  expect(await json(`${address}/api/health`)).toMatchObject({ status: 'ok', store: 'embedded' });
  expect(await json(`${address}/api/config`)).toMatchObject({ cloud: { rehearsal: true } });
  // Of the world and the speed that there are now, not of those it began with.
  await control('/scenario', { scenario: 'half-done' });
  await control('/speed', { speed: 120 });
  expect(await json(`${address}/api/config`)).toMatchObject({
    cloud: { scenario: 'Half of the table maps run, the orders have failed', speed: 120 },
  });
  await control('/switches', { siteCreationFails: 'late' });
  await stopped();
  await expectFree(port, twinPort);
  await started();
  expect(await control('/state')).toMatchObject({ switches: { siteCreationFails: 'late' } });
});

test('on PostgreSQL it is the same, and closing succeeds', async ({ skip }) => {
  const absent = await whyNoPostgres();
  skip(absent !== '', `No PostgreSQL answers (${absent}).`);
  const [{ databaseUrl = '' }, drop] = await freshDatabase();
  await using stack = new AsyncDisposableStack();
  stack.defer(drop);
  set({ DATABASE_URL: databaseUrl });
  const address = await started();
  expect(await json(`${address}/api/health`)).toMatchObject({ status: 'ok', store: 'postgres' });
  await stopped();
  await expectFree(port, twinPort);
});

test('the wizard’s port is taken: the message names PORT, and the twin is gone again', async () => {
  await using stack = new AsyncDisposableStack();
  stack.use(await take(port));
  await expect(started()).rejects.toThrow(`Port ${port} is taken`);
  await expect(started()).rejects.toThrow('set PORT to another number');
  await expectFree(twinPort);
});

test('the twin’s port is taken: the message names PORTICO_TWIN_PORT', async () => {
  await using stack = new AsyncDisposableStack();
  stack.use(await take(twinPort));
  await expect(started()).rejects.toThrow('set PORTICO_TWIN_PORT to another number');
  await expectFree(port);
});

test('the rehearsal’s key can’t be read: nothing stays open that would keep the process alive', async () => {
  await mkdir(join(data, 'rehearsal-key'));
  await expect(started()).rejects.toMatchObject({ code: 'EISDIR' });
  await expectFree(port, twinPort);
});

test('the twin that should be there already is not', async () => {
  set({ PORTICO_TWIN_EXTERNAL: 'true' });
  await expect(started()).rejects.toThrow(`No twin answers on port ${twinPort}`);
});

test('all faults of the settings come at once, before anything is opened', () => {
  set({
    PORT: 0,
    PORTICO_TWIN_SCENARIO: 'a-secret-name',
    PORTICO_COLOUR: 'red',
    PORTICO_API_SECRET: 'short',
  });
  expect(checkSettings).toThrow(
    /PORT is too small[^]*PORTICO_API_SECRET is too short[^]*PORTICO_COLOUR[^]*PORTICO_TWIN_SCENARIO/,
  );
  expect(checkSettings).not.toThrow(/a-secret-name/);
});

test('a real cloud starts without a twin and without asking anybody', async () => {
  set({
    PORTICO_CLOUD: 'public',
    PORTICO_WIZARD_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
    PORTICO_API_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
    PORTICO_API_SECRET: 'made-up-but-well-formed',
    PORTICO_SEAL_KEYS: `test:${Buffer.alloc(32).toString('base64')}`,
  });
  const address = await started();
  await expectFree(twinPort);
  expect(await json(`${address}/api/config`)).toMatchObject({
    cloud: { id: 'public', rehearsal: false },
    signIn: { authority: 'https://login.microsoftonline.com/organizations', knownAuthorities: [] },
  });
});
