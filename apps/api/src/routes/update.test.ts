import { problemBody, type routes } from '@portico/contract/routes';
import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import type { Client } from '@portico/http/client';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateOfEvents } from '../plan/load-run.ts';
import { newRun, Refusal, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
let run: string;

beforeAll(async () => {
  rehearsal = await rehearse({ scenario: 'customised-site' });
  api = await rehearsal.as();
  run = await newRun(api, environments.production);
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

const state = async () => stateOfEvents((await api.getRun({ run })).events, new Date());
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refusal ? problemBody.parse(error.body).code : String(error)),
  );
const choose = (choice: UpdateChoice, seen = 0, withdraw?: true) =>
  api.chooseInStep({ run, step: 'update', body: { choice, seen, ...(withdraw ? { withdraw } : {}) } });

test('before a template is chosen there is nothing to show', async () => {
  expect(await refusal(api.getUpdate({ run }))).toBe('answers-missing');
});

test('from choosing a reference site to a list of what changed, one record and its decision', async () => {
  const { choices: places } = await api.listChoices({ kind: 'template-environments', run });
  expect(places.find(({ value }) => value === environments.production)?.fitness).toBe(0);
  const { choices: sites } = await api.listChoices({
    kind: 'template-sites',
    run,
    search: environments.sandbox,
  });
  const suiting = sites.find(({ fitness, hint }) => fitness > 0 && !/de/.test(hint ?? ''));
  if (!suiting) throw new Error('The sandbox has a reference site.');
  const template = { environment: environments.sandbox, website: suiting.value };
  await api.answerStep({ run, step: 'update', body: { template } });
  await api.runChecks({ run, body: { step: 'update' } });
  const found = await state();
  expect(found.checks['template-suitable']?.finding?.state).toBe('ok');
  expect(found.checks['update-decided']?.finding?.says.id).toBe('update-decided.open');

  const overview = await api.getUpdate({ run });
  const conflicts = overview.records.filter(({ open }) => open > 0);
  expect(conflicts.length).toBeGreaterThanOrEqual(8);
  const [first] = conflicts;
  if (!first) throw new Error('There are conflicts.');
  const detail = await api.getUpdateRecord({ run, record: first.id });
  const cell = detail.cells.find(({ merged }) => merged.state === 'conflict');
  if (!cell) throw new Error('It has a cell that is in conflict.');
  expect(cell.becomes).toBeUndefined();
  expect(await refusal(api.getUpdatePlan({ run }))).toBe('update-undecided');

  const choice = { kind: 'cell', record: first.id, cell: cell.name, take: 'mine' } as const;
  const { seq } = await choose(choice);
  const after = await api.getUpdate({ run });
  expect(after.records.find(({ id }) => id === first.id)?.open).toBe(first.open - 1);
  // Who hasn't seen that decision overwrites nothing, who has may.
  expect(await refusal(choose({ ...choice, take: 'theirs' }))).toBe('chosen-meanwhile');
  await choose({ ...choice, take: 'theirs' }, seq);
  const { choices } = await state();
  expect(choices[keyOfChoice(choice)]).toMatchObject({
    choice: { take: 'theirs' },
    by: { name: 'Alex Lund' },
  });
  await choose(choice, choices[keyOfChoice(choice)]?.seq ?? 0, true);
  expect((await api.getUpdate({ run })).records.find(({ id }) => id === first.id)?.open).toBe(first.open);
});

test('of two who decide the same at once one is told, and both may decide different things', async () => {
  const record = '00000000-0000-4000-8000-00000000abcd';
  const at = (cell: string, take: 'mine' | 'theirs') => choose({ kind: 'cell', record, cell, take });
  const same = await Promise.all([refusal(at('adx_copy', 'mine')), refusal(at('adx_copy', 'theirs'))]);
  expect(same.toSorted()).toEqual(['chosen-meanwhile', 'taken']);
  expect(await Promise.all([refusal(at('adx_title', 'mine')), refusal(at('adx_name', 'mine'))])).toEqual([
    'taken',
    'taken',
  ]);
});

test('what isn’t a decision is refused, and so is one of a step that has none', async () => {
  expect(await refusal(choose({ kind: 'rule', take: 'both' } as never))).toBe('request-invalid');
  const choice = { kind: 'rule', take: 'mine' } as const;
  expect(await refusal(api.chooseInStep({ run, step: 'go-live', body: { choice, seen: 0 } }))).toBe(
    'not-found',
  );
});
