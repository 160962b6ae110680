import { inspect } from 'node:util';
import { Problem } from '@portico/contract/problems';
import { startTwin } from '@portico/twin/twin';
import { afterEach, expect, test, vi } from 'vitest';
import { authOn } from './test-support/twin-auth.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Everything that a process may say, while `act` runs. */
async function overheard(act: () => Promise<void>): Promise<string> {
  const said: string[] = [];
  const listen = (chunk: unknown) => {
    said.push(String(chunk));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(listen);
  vi.spyOn(process.stderr, 'write').mockImplementation(listen);
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, name).mockImplementation((...all) => said.push(inspect(all, { depth: null })));
  await act();
  vi.restoreAllMocks();
  return said.join('\n');
}

const graph = 'https://graph.microsoft.com';
const personas = [
  ['alex@contoso.example', graph],
  ['stella.okafor@contoso.example', graph],
  ['boris.kask@contoso.example', graph],
  ['elin.dahl@contoso.example', graph],
  ['fay.brooks@fabrikam.example', graph],
  ['wim.jansen@wingtip.example', 'https://service.powerapps.com'],
] as const;
const faults = ['throttled', 'server-error', 'reset', 'truncated', 'redirect', 'wrong-content-type'] as const;

test('no token and no secret is in anything thrown, printed or stored', async () => {
  await using twin = await startTwin();
  const auth = await authOn(twin);
  const broken = await authOn(twin, { secret: 'a-secret-that-is-wrong' });
  const thrown: unknown[] = [];
  const attempt = (call: Promise<string>) =>
    call.then(
      () => undefined,
      (error: unknown) => thrown.push(error),
    );
  const said = await overheard(async () => {
    for (const [user, audience] of personas) await attempt(auth.tokenFor(await auth.arrive(user), audience));
    await attempt(broken.tokenFor(await broken.arrive('alex@contoso.example'), graph));
    const mona = await auth.arrive('mona.berg@contoso.example');
    for (const kind of faults) {
      twin.world.state.faults = [{ kind, service: 'sign-in', count: 1 }];
      await attempt(auth.tokenFor(mona, graph));
    }
  });
  expect(thrown).toHaveLength(5 + 1 + faults.length);
  expect(thrown.every((error) => error instanceof Problem)).toBe(true);
  const secrets = [...auth.secrets, ...broken.secrets];
  expect(secrets.length).toBeGreaterThan(10);
  const shown = thrown.map((error) =>
    inspect(error, { depth: null, showHidden: true, maxStringLength: null }),
  );
  const records = thrown.map((error) => JSON.stringify(error instanceof Problem ? error.record : error));
  const stored = [...auth.store.kept, ...broken.store.kept].map(
    ([key, bytes]) => key + bytes.toString('latin1'),
  );
  const all = [...shown, ...records, ...stored, said].join('\n');
  // A token's middle part alone would do harm enough.
  const pieces = secrets.flatMap((secret) => secret.split('.')).filter((piece) => piece.length > 12);
  expect(pieces.filter((piece) => all.includes(piece))).toEqual([]);
  // The search itself works: what it looks for is found where it is.
  expect(pieces.filter((piece) => secrets.join('\n').includes(piece))).toHaveLength(pieces.length);
});
