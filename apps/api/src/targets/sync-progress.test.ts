import { expect, test } from 'vitest';
import type { CompanySync, Gateway, GatewayMap } from './gateway.ts';
import { findProgress, progressOf } from './sync-progress.ts';
import { Problem } from '@portico/contract/problems';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 8, minute)).toISOString();
const sync = (company: string, submitted: number, changed: number, ended = true): CompanySync => ({
  company: { company, state: ended ? 'Completed' : 'Executing', rows: 100, errors: 0 },
  errors: [],
  submitted: at(submitted),
  changed: at(changed),
  ended,
});
const turns = (...syncs: CompanySync[]) => progressOf(syncs)?.companies.map(({ seconds }) => seconds);

test('a company’s turn is its own time, whether all were submitted at once or each in its turn', () => {
  expect(turns(sync('A', 0, 5), sync('B', 5, 20), sync('C', 20, 20, false))).toEqual([300, 900, undefined]);
  expect(turns(sync('A', 0, 5), sync('B', 0, 20), sync('C', 0, 0, false))).toEqual([300, 900, undefined]);
  expect(progressOf([sync('B', 5, 20), sync('A', 0, 5)])?.seconds).toBe(1200);
});

test('where the service doesn’t say when, nothing is measured, and rows are counted all the same', () => {
  const { submitted: _, ...unsaid } = sync('A', 0, 5);
  const { changed: __, ...unended } = sync('A', 0, 5);
  for (const one of [unsaid, unended])
    expect(progressOf([one])).toMatchObject({
      seconds: undefined,
      companies: [{ rows: 100, seconds: undefined }],
    });
});

const map = {
  pid: 'p',
  requests: [
    { id: 'r2', does: 'start', at: at(30), waiting: false, failed: false },
    { id: 'r1', does: 'start', at: at(0), waiting: false, failed: true },
    { id: 'r3', does: 'something else', at: at(90), waiting: false, failed: false },
  ],
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what is read
} as unknown as GatewayMap;
const gateway = (companies: Gateway['companies']) => ({ companies }) as Gateway;

test('only what the newest start began counts: an older copying is none of this one', async () => {
  expect(
    await findProgress(
      gateway(async () => [sync('A', 1, 20)]),
      map,
    ),
  ).toBeUndefined();
  expect(
    await findProgress(
      gateway(async () => [sync('A', 31, 40)]),
      map,
    ),
  ).toMatchObject({ seconds: 540 });
  const unsaid = { ...map, requests: map.requests.map(({ at: _, ...request }) => request) };
  expect(
    await findProgress(
      gateway(async () => [sync('A', 31, 40)]),
      unsaid,
    ),
  ).toBeUndefined();
});

test('a map that goes on after a pause copies nothing', async () => {
  const resumed = {
    ...map,
    requests: [...map.requests, { ...map.requests[0], id: 'r4', does: 'resume', at: at(45) }],
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what is read
  expect(
    await findProgress(
      gateway(async () => [sync('A', 31, 40)]),
      resumed as GatewayMap,
    ),
  ).toBeUndefined();
});

test('what can’t be read is not measured, and a throttle is waited for', async () => {
  const refused = (code: 'upstream-unavailable' | 'upstream-throttled') =>
    gateway(async () => Promise.reject(new Problem(code)));
  expect(await findProgress(refused('upstream-unavailable'), map)).toBeUndefined();
  await expect(findProgress(refused('upstream-throttled'), map)).rejects.toMatchObject({
    code: 'upstream-throttled',
  });
});
