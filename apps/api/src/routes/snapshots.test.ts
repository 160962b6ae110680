import { problemBody, type routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { snapshotFile, type SnapshotFile } from '@portico/merge/snapshot-file';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateOfEvents } from '../plan/load-run.ts';
import { newRun, Refusal, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
/** The run that read a reference site, and one that is given what it kept. */
let run: string;
let next: string;
let baseline: SnapshotFile;
let template: SnapshotFile;

const saved = async (of: string, role: string) =>
  snapshotFile.parse(await api.getSnapshot({ run: of, role }));
const looked = async (of: string) => {
  await api.runChecks({ run: of, body: { step: 'update' } });
  return stateOfEvents((await api.getRun({ run: of })).events, new Date()).checks;
};
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refusal ? problemBody.parse(error.body).code : String(error)),
  );
const give = (role: 'baseline' | 'template', file: unknown, to = next) =>
  api.giveSnapshot({ run: to, body: { from: 'file', role, name: 'from the vault.json', file } });

beforeAll(async () => {
  rehearsal = await rehearse({ scenario: 'customised-site' });
  api = await rehearsal.as();
  run = await newRun(api, environments.production);
  ({ run: next } = await api.createRun({ body: { title: 'The next one', key: randomUUID() } }));
  await api.answerStep({ run: next, step: 'environment', body: { environment: environments.production } });
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

test('before anything is kept there is nothing to save', async () => {
  for (const role of ['baseline', 'live', 'template', 'update', 'imported', '__proto__'])
    expect(await refusal(api.getSnapshot({ run, role }))).toBe('not-found');
});

test('what a run kept is saved as files: baseline, site and template', async () => {
  const { choices } = await api.listChoices({ kind: 'template-sites', run, search: environments.sandbox });
  const suiting = choices.find(({ fitness, hint }) => fitness > 0 && !/de/.test(hint ?? ''));
  if (!suiting) throw new Error('The sandbox has a reference site.');
  const answer = { template: { environment: environments.sandbox, website: suiting.value } };
  await api.answerStep({ run, step: 'update', body: answer });
  const checks = await looked(run);
  [baseline, template] = await Promise.all([saved(run, 'baseline'), saved(run, 'template')]);
  const live = await saved(run, 'live');
  expect(live.snapshot.website).toBe(baseline.snapshot.website);
  expect(new Set([baseline, template, live].map(({ fingerprint }) => fingerprint)).size).toBe(3);
  expect(checks['template-suitable']?.finding?.facts).toMatchObject({
    name: suiting.label,
    fingerprint: template.fingerprint,
  });
});

test('a template from a file is compared like the site it was read from, and known again', async () => {
  const taken = await give('template', template);
  expect(taken).toMatchObject({ fingerprint: template.fingerprint, taken: template.snapshot.capturedAt });
  // Given isn't chosen: only whoever decides it compares with it.
  expect(await refusal(api.getSnapshot({ run: next, role: 'template' }))).toBe('not-found');
  await api.answerStep({ run: next, step: 'update', body: { template: { kept: taken.id } } });
  const checks = await looked(next);
  expect(checks['template-suitable']?.finding).toMatchObject({
    state: 'ok',
    says: { id: 'template-suitable.imported', values: { sameAs: 'Contoso', name: 'from the vault.json' } },
    facts: { fingerprint: template.fingerprint, imported: { from: 'file' } },
  });
  const [there, here] = await Promise.all([api.getUpdate({ run }), api.getUpdate({ run: next })]);
  expect(here.records).toEqual(there.records);
  expect(here.records.length).toBeGreaterThan(8);
  expect(await saved(next, 'template')).toEqual(template);
});

test('a baseline that somebody kept takes the place of one that was put together', async () => {
  expect(baseline.snapshot.origin).toBe('inferred');
  // As the partner has it who saved the site when it was made: whole.
  const whole = { ...baseline, snapshot: { ...baseline.snapshot, origin: 'captured' as const } };
  await give('baseline', whole);
  const checks = await looked(next);
  expect(checks['baseline-kept']?.finding).toMatchObject({
    state: 'ok',
    says: { id: 'baseline-kept.imported' },
    facts: { imported: { from: 'file', by: 'Alex Lund' } },
  });
  expect((await api.getUpdate({ run: next })).sides.baseline.origin).toBe('captured');
});

test('what doesn’t fit is refused, and what was kept stays', async () => {
  const before = await saved(next, 'baseline');
  expect(await refusal(give('baseline', template))).toBe('snapshot-unfit');
  expect(await refusal(give('template', baseline))).toBe('snapshot-unfit');
  expect(await refusal(give('baseline', { ...baseline, fingerprint: template.fingerprint }))).toBe(
    'snapshot-damaged',
  );
  expect(await refusal(give('baseline', 'text'))).toBe('snapshot-unreadable');
  const files = [{ path: 'a/b.txt', text: 'x' }];
  const folder = { from: 'folder', role: 'template', name: 'a', files } as const;
  expect(await refusal(api.giveSnapshot({ run: next, body: folder }))).toBe('folder-incomplete');
  const live = { from: 'folder', role: 'live', name: 'a', files } as never;
  expect(await refusal(api.giveSnapshot({ run: next, body: live }))).toBe('request-invalid');
  expect(await saved(next, 'baseline')).toEqual(before);
});

test('one that isn’t there can’t be chosen', async () => {
  await api.answerStep({ run: next, step: 'update', body: { template: { kept: 'nothing' } } });
  const { 'template-suitable': found } = await looked(next);
  expect(found?.finding?.state).toBe('unknown');
  expect(await refusal(api.getUpdate({ run: next }))).toBe('answers-missing');
});
