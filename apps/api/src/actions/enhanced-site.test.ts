import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import type { RunState } from '@portico/plan/reduce';
import { migrateSite } from '@portico/twin/platform/migrate-site';
import { environments, organizations } from '@portico/twin/scenarios/contoso/ids';
import { customisedSite } from '@portico/twin/scenarios/customised-site';
import { german } from '@portico/twin/scenarios/customised-site/reference';
import { organizationOf } from '@portico/twin/test-support/reference-site';
import { startTwin } from '@portico/twin/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { templateSites } from '../choices/templates.ts';
import { checks } from '../checks/index.ts';
import type { Finding } from '@portico/plan/finding';
import { overviewOf, planOf } from '../site-config/overview.ts';
import { planFile } from '../site-config/plan-file.ts';
import { baselineOf, lookAtSite, lookAtTemplate, updateOf } from '../site-config/read-sites.ts';
import { asFile } from '../site-config/save-snapshot.ts';
import { keepGiven } from '../site-config/give-snapshot.ts';
import { memoryArchive } from '../site-config/test-support/memory-archive.ts';
import { writeSet } from '../site-config/write-plan.ts';
import applyUpdate from './apply-update.ts';
import { actIn, targetsIn } from './test-support/acting.ts';

/** A run over a site, with another one as the template. */
async function open(stack: AsyncDisposableStack, scenario: 'enhanced-site' | 'customised-site') {
  const environment = environments.sandbox;
  const twin = stack.use(await startTwin({ speed: 0, scenario }));
  const site = twin.world.state.platform.sites.find((each) => each.environment === environment);
  const archive = memoryArchive();
  const choices: Record<string, RunState['choices'][string]> = {};
  const choose = (choice: UpdateChoice, seq: number) =>
    Object.assign(choices, { [keyOfChoice(choice)]: { step: 'update', choice, seq, at: '', by: null } });
  const targets = () =>
    targetsIn(stack, {
      twin,
      archive,
      choices: { ...choices },
      answers: {
        'portal-site': { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 },
        update: { template: { environment, website: site?.websiteRecordId ?? '' } },
      },
    });
  const look = async (id: 'site-writable' | 'template-suitable'): Promise<Finding> => {
    const { observe, judge } = checks[id];
    return judge(await observe(targets()));
  };
  return { twin, archive, choose, targets, look };
}

describe('a site in the enhanced model', () => {
  const stack = new AsyncDisposableStack();
  let stand: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    stand = await open(stack, 'enhanced-site');
    await baselineOf(stand.targets());
    await lookAtSite(stand.targets());
    await lookAtTemplate(stand.targets());
  });
  afterAll(() => stack.disposeAsync());

  const merging = async () => {
    const found = await updateOf(stand.targets());
    if (!found) throw new Error('All three sides were read.');
    return found;
  };

  test('is said to be read only, with what nobody knows how to read', async () => {
    expect(await stand.look('site-writable')).toMatchObject({
      state: 'blocked',
      says: { id: 'site-writable.enhanced', values: { unread: 1, names: 'order-status' } },
      remedy: { owner: 'you' },
    });
    expect((await stand.look('template-suitable')).state).toBe('ok');
  });

  test('is compared and decided like any other, and the plan is a file', async () => {
    const { records } = await overviewOf(await merging());
    expect(records.filter(({ table }) => table === 'adx_webpage').length).toBeGreaterThan(3);
    // What holds for all kinds holds for no rights.
    for (const table of new Set(records.map((each) => each.table)))
      stand.choose({ kind: 'rule', table, take: 'theirs' }, 1);
    // What the template brings to who may do what is asked about once it is known that it comes.
    for (const { why, ...open } of (await merging()).decision.open)
      if (why === 'needs-tick' && 'shown' in open)
        stand.choose({ kind: 'tick', record: open.record, allow: true, shown: open.shown }, 2);
    const decided = await merging();
    const plan = planOf(decided);
    expect(plan && planFile('Contoso', decided, plan)).toMatchObject({
      writes: expect.arrayContaining([expect.objectContaining({ record: 'Help', op: 'create' })]),
    });
  });

  test('has no reference site on the other model', async () => {
    const choices = (environment: string) => templateSites(stand.targets(), environment);
    expect(await choices(environments.sandbox)).toEqual([expect.objectContaining({ fitness: 1 })]);
    expect(await choices(german.environment)).toEqual([
      expect.objectContaining({ fitness: 0, reason: { id: 'choices.template.model' } }),
    ]);
  });

  test('is kept as a file, and may come back as one', async () => {
    const { archive, targets } = stand;
    const live = await archive.latest('live');
    const file = live && (await asFile(live, archive));
    if (!file) throw new Error('The site was looked at.');
    const given = { from: 'file', role: 'template', name: 'site.json', file } as const;
    const kept = await keepGiven(targets(), given, 'Alex Lund');
    expect(kept.content.snapshot).toMatchObject({ model: 'enhanced', records: file.snapshot.records });
  });

  test('isn’t written to, from wherever somebody tries', async () => {
    const { twin, archive, targets } = stand;
    const ended = await actIn(twin, applyUpdate, targets(), { driver: 'automatic' });
    expect(ended.problem).toMatchObject({ code: 'site-read-only' });
    const before = (await archive.latest('live'))?.content;
    if (!before) throw new Error('The site was looked at.');
    const attempt = { unanswered: 0, write: () => Promise.reject(new Error('It was sent.')) };
    const set = { name: 'one', writes: [], earlier: [], before };
    await expect(writeSet(targets(), set, attempt)).rejects.toMatchObject({ code: 'site-read-only' });
    expect(twin.world.state.writes).toEqual([]);
  });
});

test('a template of the other model is none, in either direction: it would say that things are gone', async () => {
  await using stack = new AsyncDisposableStack();
  const standard = await open(stack, 'customised-site');
  const sandbox = standard.twin.world.state.platform.sites.find(
    (each) => each.environment === environments.sandbox,
  );
  if (!sandbox) throw new Error('The sandbox has a site.');
  migrateSite(organizationOf(standard.twin.world, organizations.sandbox), sandbox);
  expect(await standard.look('template-suitable')).toMatchObject({
    state: 'blocked',
    says: { id: 'template-suitable.model', values: { theirs: 'enhanced', ours: 'standard' } },
  });
  expect((await standard.look('site-writable')).state).toBe('ok');

  const enhanced = await open(stack, 'enhanced-site');
  const { platform, dataverse } = enhanced.twin.world.state;
  const before = customisedSite(enhanced.twin.world.clock.now());
  const place = (all: typeof platform.sites) =>
    all.findIndex((each) => each.environment === environments.sandbox);
  const [site] = before.platform.sites.slice(place(before.platform.sites));
  const organization = before.dataverse.organizations.find(({ id }) => id === organizations.sandbox);
  if (!site || !organization) throw new Error('The sandbox has a site.');
  platform.sites.splice(place(platform.sites), 1, site);
  const at = dataverse.organizations.findIndex(({ id }) => id === organizations.sandbox);
  dataverse.organizations.splice(at, 1, organization);
  expect(await enhanced.look('template-suitable')).toMatchObject({
    state: 'blocked',
    says: { id: 'template-suitable.model', values: { theirs: 'standard', ours: 'enhanced' } },
  });
});
