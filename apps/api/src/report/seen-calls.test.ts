import type { Envelope } from '@portico/plan/event';
import type { Evidence } from '@portico/plan/finding';
import { expect, test } from 'vitest';
import { seenCalls } from './seen-calls.ts';

const call = (second: number, more: Partial<Evidence> = {}): Evidence => ({
  service: 'Dataverse',
  endpoint: 'whoAmI',
  standing: 'documented',
  method: 'GET',
  url: 'https://a.example/WhoAmI?name=somebody',
  status: 200,
  at: `2026-11-24T08:00:${String(second).padStart(2, '0')}.000Z`,
  took: 1,
  correlation: `c${second}`,
  ...more,
});
const journal = (...calls: readonly Evidence[]): readonly Envelope[] =>
  calls.map((evidence, index) => ({
    run: 'run',
    seq: index + 1,
    at: evidence.at,
    by: null,
    hash: '',
    event: { type: 'operation-wrote', operation: 'op', key: 'k', evidence: [evidence] },
  }));

test('reads answered alike are one row with the newest time and correlation, without their query', () => {
  expect(seenCalls(journal(call(1), call(3), call(2))).calls).toEqual([
    {
      service: 'Dataverse',
      host: 'a.example',
      method: 'GET',
      path: '/WhoAmI',
      status: 200,
      at: '2026-11-24T08:00:03.000Z',
      correlation: 'c3',
      times: 3,
    },
  ]);
});

test('another answer is another row, and every write has its own', () => {
  const post = { method: 'POST', status: 202 };
  const { calls } = seenCalls(journal(call(1), call(2, { status: 503 }), call(3, post), call(4, post)));
  expect(calls.map(({ method, status, times }) => [method, status, times])).toEqual([
    ['GET', 200, 1],
    ['GET', 503, 1],
    ['POST', 202, 1],
    ['POST', 202, 1],
  ]);
});

test('the very same call, evidence of two checks, is counted once', () => {
  expect(seenCalls(journal(call(1), call(1))).calls[0]?.times).toBe(1);
});

test('what is too much for paper is counted, oldest first', () => {
  const many = Array.from({ length: 203 }, (_, index) =>
    call(index % 60, { url: `https://a.example/${index}` }),
  );
  const { calls, leftOut } = seenCalls(journal(...many));
  expect([calls.length, leftOut]).toEqual([200, 3]);
});

test('what a check asked by POST is a read too, and one row', () => {
  const asked = (second: number): Envelope => ({
    run: 'run',
    seq: second,
    at: '',
    by: null,
    hash: '',
    event: {
      type: 'check-finished',
      check: 'a',
      finding: { state: 'ok', says: { id: 'a.ok' } },
      evidence: [call(second, { method: 'POST' })],
      took: 1,
    },
  });
  expect(seenCalls([asked(1), asked(2)]).calls).toMatchObject([
    { method: 'POST', times: 2, correlation: 'c2' },
  ]);
});
