import { expect, test } from 'vitest';
import { explainStart } from './start.ts';
import { explain } from './starter/explain.mjs';
import { type Process, stopOnSignals } from './stop.ts';

const withCode = (code: string, message: string): Error => Object.assign(new Error(message), { code });

test.each([
  [
    'EACCES',
    "permission denied, mkdir '/data'",
    /may not use its data folder.*mkdir '\/data'.*set PORTICO_DATA to another folder/,
  ],
  ['ENOTDIR', "not a directory, mkdir '/data'", 'Set PORTICO_DATA to a folder.'],
  ['ENOSPC', 'no space left on device', 'the disk is full'],
  ['folder-locked', 'The folder is in use.', 'Portico could not start. The folder is in use.'],
  ['settings', 'Portico can’t start with these settings:', /^Portico can’t start with these settings:$/],
])('%s is explained', (code, message, words) => {
  expect(explainStart(withCode(code, message))).toMatch(words);
});

test('what the starter explains, it explains here too', () => {
  const problem = explain('The web app could not be built.', 'ENOSPC: no space left on device');
  expect(explainStart(problem)).toMatch(/could not be built\.\nWhy: The disk is full\.\nWhat to do: /);
});

test('of two failures the first is explained', () => {
  const [first, second] = [withCode('ENOSPC', 'no space left'), new Error('closing failed')];
  expect(explainStart(new SuppressedError(second, first))).toContain('the disk is full');
  expect(explainStart(new SuppressedError(first, second))).toBeUndefined();
});

test('a bug is not dressed up as an expected failure', () => {
  expect(explainStart(new TypeError('x is not a function'))).toBeUndefined();
  expect(explainStart(withCode('ERR_INVALID_ARG_TYPE', 'must be a string'))).toBeUndefined();
});

/** A process whose clock and signals the test moves. */
function pretend() {
  const listeners = new Map<string, () => void>();
  const at = { time: 0, exits: [] as number[] };
  const process: Process = {
    on: (signal, listener) => listeners.set(signal, listener),
    exit: (code) => at.exits.push(code),
    now: () => at.time,
  };
  const press = (signal: string, after = 0): void => {
    at.time += after;
    listeners.get(signal)?.();
  };
  return { at, process, press };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s closes, then ends with 0', async (signal) => {
  const { at, process, press } = pretend();
  const closed = Promise.withResolvers<void>();
  stopOnSignals(
    () => closed.promise,
    () => {},
    process,
  );
  press(signal);
  expect(at.exits).toEqual([]);
  closed.resolve();
  await closed.promise;
  expect(at.exits).toEqual([0]);
});

test('the same press arriving three times closes once and does not hurry', () => {
  const { at, process, press } = pretend();
  let closes = 0;
  stopOnSignals(
    () => {
      closes += 1;
      return new Promise(() => {});
    },
    () => {},
    process,
  );
  press('SIGINT');
  press('SIGINT', 3);
  press('SIGINT', 40);
  expect({ closes, exits: at.exits }).toEqual({ closes: 1, exits: [] });
});

test('a second press ends at once', () => {
  const { at, process, press } = pretend();
  stopOnSignals(
    () => new Promise(() => {}),
    () => {},
    process,
  );
  press('SIGINT');
  press('SIGINT', 1_000);
  expect(at.exits).toEqual([130]);
});

test('a close that fails ends with 1 and says so', async () => {
  const { at, process, press } = pretend();
  const said: string[] = [];
  stopOnSignals(
    () => Promise.reject(new Error('store is gone')),
    (line) => said.push(line),
    process,
  );
  press('SIGINT');
  await Promise.resolve();
  await Promise.resolve();
  expect({ exits: at.exits, last: said.at(-1) }).toEqual({
    exits: [1],
    last: 'Portico did not stop cleanly: Error: store is gone',
  });
});
