import { mendedBy, plan } from '@portico/contract/plan';
import type { Finding } from '@portico/plan/finding';
import { checksOf } from '@portico/plan/plan';
import { emptyRun, reduce } from '@portico/plan/reduce';
import { journalsOf } from '@portico/plan/test-support/some-events';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawReport } from './draw-report.ts';
import { reportDocument } from './report-document.ts';
import { reportModel } from './report-model.ts';
import { createSpeaker } from './speaker.ts';
import { sampleRun } from './test-support/sample-run.ts';

const now = new Date('2026-11-24T09:00:00Z');
const run = { id: 'run', title: 'Contoso' };
const inputs = fc
  .tuple(journalsOf(plan), fc.option(fc.nat(40), { nil: undefined }))
  .map(([events, broken]) => ({
    run,
    events,
    broken,
    now,
    state: events.reduce((state, each) => reduce(plan, state, each), emptyRun),
  }));

test('any sequence of events gives a report and never an exception', () => {
  const speaker = createSpeaker({ locale: 'en-GB', zone: 'UTC' });
  fc.assert(
    fc.property(inputs, (input) => {
      expect(reportDocument(reportModel(input), speaker).content).toBeDefined();
    }),
  );
});

test('and it can be drawn', async () => {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const pdf = await drawReport({ ...input, locale: 'en', zone: 'UTC' });
      expect(pdf.subarray(0, 4).toString('latin1')).toBe('%PDF');
    }),
    { numRuns: 8 },
  );
});

test('nothing that was begun is missing, whatever happened', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { operations, handOffs, steps, progress, seen, journal } = reportModel(input);
      const { operations: all } = input.state;
      const own = Object.values(all).filter(({ action }) => !mendedBy(action));
      expect(operations).toHaveLength(own.length);
      expect(handOffs).toHaveLength(Object.values(all).flatMap((one) => Object.keys(one.handOffs)).length);
      expect(steps.flatMap(({ rows }) => rows)).toHaveLength(plan.steps.flatMap(checksOf).length);
      expect(progress.done).toBeLessThanOrEqual(progress.total);
      expect(seen.calls.length).toBeLessThanOrEqual(200);
      expect(journal.seq).toBe(input.events.length);
    }),
  );
});

test('a site that stands: nothing is open but going live, what has a date or was advised', () => {
  const { open, found, systems, people, decisions } = reportModel({
    ...sampleRun(),
    broken: undefined,
    now,
  });
  expect(open.map(({ title }) => (typeof title === 'object' && 'id' in title ? title.id : title))).toEqual([
    'power-pages-capacity.none',
    'report.open.unverified',
    'web.step.go-live',
    'report.open.trial',
  ]);
  expect(found.trial?.clock.suspendedOn).toBe('2027-02-21T09:54:18.000Z');
  expect(people).toEqual(['Ada Consultant', 'Mona Berg']);
  expect(decisions).toHaveLength(4);
  // The first try was cancelled, the second did it: each change is listed once, as it ended.
  expect(systems.map(({ system, changes }) => [system, changes.length, changes[0]?.outcome])).toEqual([
    ['Dual-write', 7, 'done'],
    ['Power Pages', 1, 'done'],
    ['Dataverse', 1, 'done'],
  ]);
});

test.each([
  [
    'runs',
    { state: 'ok', left: 60, suspended: false },
    ['report.open.trial'],
    'The site is a trial that ends on',
  ],
  [
    'ends soon',
    { state: 'warn', left: 5, suspended: false },
    ['trial-clock'],
    'The site is a trial that ends on',
  ],
  ['has ended', { state: 'warn', left: 3, suspended: true }, ['trial-clock'], 'trial ended on 21 Feb 2027'],
] as const)(
  'a trial that %s: its end is what the trial’s clock found, and is open once',
  (_, how, items, says) => {
    const { state, left, suspended } = how;
    const clock = {
      suspendedOn: '2027-02-21T09:00:00.000Z',
      deletedOn: '2027-02-28T09:00:00.000Z',
      left,
      suspended,
    };
    const remedy = { owner: 'you', steps: [{ id: 'look' }] } as const;
    const finding = { state, says: { id: 'trial-clock' }, remedy, facts: { clock } } as Finding;
    const checks = { 'trial-clock': { running: false, at: now.toISOString(), finding } };
    const model = reportModel({ run, events: [], state: { ...emptyRun, checks }, broken: undefined, now });
    const titles = model.open.map(({ title }) =>
      typeof title === 'object' && 'id' in title ? title.id : '',
    );
    expect(titles.filter((title) => /trial/.test(title))).toEqual(items);
    const { content } = reportDocument(model, createSpeaker({ locale: 'en-GB', zone: 'UTC' }));
    expect(JSON.stringify(content)).toContain(says);
  },
);

test('who was asked for something is named, with who asked and what became of it; it changed nothing here', () => {
  const { handOffs, operations } = reportModel({ ...sampleRun(), broken: undefined, now });
  expect(handOffs).toMatchObject([
    { to: 'Piet Visser', by: 'Ada Consultant', what: { id: 'system-administrator.title' }, state: 'used' },
  ]);
  expect(operations).toHaveLength(3);
});

test('what somebody was asked for stays open until it is done, and says who was asked', () => {
  const events = sampleRun().events;
  const at = events.findIndex(({ event }) => event.type === 'hand-off');
  const state = events.slice(0, at + 1).reduce((before, each) => reduce(plan, before, each), {
    ...emptyRun,
  });
  const check = state.checks['system-administrator'];
  const finding = {
    state: 'blocked',
    says: { id: 'system-administrator.missing' },
    remedy: { owner: 'environment-admin', steps: [{ id: 'system-administrator.remedy.open' }] },
  } as const;
  const checks = { ...state.checks, 'system-administrator': { running: false, ...check, finding } };
  const { open } = reportModel({ run, events, state: { ...state, checks }, broken: undefined, now });
  expect(open.find(({ title }) => title === finding.says)?.says).toMatchObject([
    { id: 'report.open.asked', values: { to: 'Piet Visser' } },
  ]);
});

test('every blocked check and every step that nobody began is open, with an owner and something to do', () => {
  const { open } = reportModel({ run, events: [], state: emptyRun, broken: undefined, now });
  expect(open.length).toBeGreaterThan(0);
  for (const { owner, steps } of open) {
    expect(owner.id).not.toBe('');
    expect(steps.length).toBeGreaterThan(0);
  }
});

test('a check that stands in two steps is one open item, and where we may not look a person is told how', () => {
  const remedy = {
    owner: 'finance-operations-admin',
    steps: [{ id: 'look' }],
    link: 'https://there',
  } as const;
  const finding = {
    state: 'unknown',
    says: { id: 'unread' },
    problem: { code: 'token-refused' },
    remedy,
  } as const;
  const checks = { 'sales-units-set': { running: false, finding } };
  const { open } = reportModel({ run, events: [], state: { ...emptyRun, checks }, broken: undefined, now });
  const items = open.filter(({ says }) => JSON.stringify(says).includes('sales-units-set.title'));
  expect(items).toMatchObject([
    { steps: remedy.steps, link: remedy.link, owner: { id: expect.any(String) } },
  ]);
});

test('a gateway’s address that somebody gave is among the decisions, and one that was taken back isn’t', () => {
  const gateway = 'https://projectmanagementservice.eu-il107.gateway.prod.island.powerapps.com';
  const told = (answers: object) => {
    const event = { type: 'answered', step: 'dual-write', answers } as const;
    const at = now.toISOString();
    const events = [{ run: 'run', seq: 1, at, by: null, hash: '', event }];
    const state = events.reduce((before, each) => reduce(plan, before, each), emptyRun);
    return reportModel({ run, events, broken: undefined, now, state }).decisions;
  };
  expect(told({ gateway })).toMatchObject([
    { lines: [{ id: 'report.decided.gateway', values: { gateway } }] },
  ]);
  expect(told({})).toEqual([]);
});
