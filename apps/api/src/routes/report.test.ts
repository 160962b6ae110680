import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await rehearse();
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

const get = async (run: string, query: string, userName?: string) =>
  fetch(new URL(`/api/runs/${run}/report.pdf${query}`, rehearsal.address), {
    headers: { authorization: `Bearer ${await rehearsal.token(userName)}` },
  });

test('a run’s report comes as a file, and says in its own title what it is', async () => {
  const api = await rehearsal.as();
  const { choices } = await api.listChoices({ kind: 'environments' });
  const run = await newRun(api, choices[0]?.value ?? '');
  await api.runChecks({ run, body: {} });
  const answer = await get(run, '?locale=nl-NL&zone=Europe/Amsterdam');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="portico-contoso.pdf"');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  expect(pdf.startsWith('%PDF')).toBe(true);
  expect(pdf).toContain('(Customer Portal set-up report: Contoso)');
});

test('an unknown locale or zone is English and UTC, not a failure', async () => {
  const run = await newRun(await rehearsal.as(), '00000000-0000-4000-8000-000000000000');
  const answer = await get(run, '?locale=klingon!&zone=Mars/Olympus');
  await answer.arrayBuffer();
  expect(answer.status).toBe(200);
});

test('nobody gets the report of a run that isn’t there', async () => {
  const answer = await get('no-such-run', '');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ]);
});
