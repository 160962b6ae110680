import type { FindingFacts } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { UpdateOverview } from '@portico/contract/update';
import { organizations } from '@portico/twin/scenarios/contoso/ids';
import { organizationOf, putNews } from '@portico/twin/test-support/reference-site';
import type { Row } from '@portico/twin/world/dataverse';
import { expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { overviewOf, planOf } from '../site-config/overview.ts';
import { recordDetail } from '../site-config/record-detail.ts';
import { baselineOf, lookAtSite, lookAtTemplate, readSite, updateOf } from '../site-config/read-sites.ts';
import applyUpdate from './apply-update.ts';
import { lookedAt, prepare } from './apply-update/prepare.ts';
import type { AnyAction } from './define-action.ts';
import rollBack from './roll-back.ts';
import { actIn } from './test-support/acting.ts';
import { type Updating, updatingInTwin } from './test-support/update-in-twin.ts';

async function look({ targets }: Updating): Promise<UpdateOverview> {
  const now = targets();
  await baselineOf(now);
  await lookAtTemplate(now);
  await lookAtSite(now);
  const merging = await updateOf(now);
  if (!merging) throw new Error('All three sides were read.');
  return overviewOf(merging);
}

/** Everything that is asked is answered: ticks are given, and of conflicts ours are kept. */
async function decideAll(updating: Updating): Promise<UpdateOverview> {
  const { records } = await look(updating);
  for (const { id, tick } of records)
    if (tick) updating.choose({ kind: 'tick', record: id, allow: true, shown: tick.shown });
  updating.choose({ kind: 'rule', take: 'mine' });
  return look(updating);
}

const proof = async ({ targets }: Updating) => {
  const { observe, judge } = checks['update-applied'];
  return judge(await observe(targets()));
};

/** What the site says, without versions and dates. */
async function said({ targets }: Updating) {
  const { snapshot } = await readSite(targets());
  return snapshot.records
    .filter(({ inactive }) => !inactive)
    .map(({ etag: _, untouched: __, ...record }) => record)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

test('an update is in the site as a whole, proven by reading it, and taken back to the byte', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  const before = await said(updating);
  const overview = await decideAll(updating);
  expect(overview.writes.create).toBeGreaterThan(5);
  expect((await proof(updating)).facts).toEqual({ state: 'before', takenBack: false, standing: [] });

  const ended = await actIn(updating.twin, applyUpdate, updating.targets(), { driver: 'automatic' });
  expect(ended.problem).toBeUndefined();
  expect(await proof(updating)).toMatchObject({ state: 'ok', facts: { state: 'applied', takenBack: false } });
  expect(await said(updating)).not.toEqual(before);
  expect((await look(updating)).records.filter(({ state }) => state === 'theirs')).toEqual([]);

  const back = await actIn(updating.twin, rollBack, updating.targets(), { driver: 'automatic' });
  expect(back.problem).toBeUndefined();
  expect((await proof(updating)).facts).toEqual({ state: 'taken-back', takenBack: true, standing: [] });
  expect(await said(updating)).toEqual(before);
});

/** Two updates, one after the other: a new generation, and then what is news in it. */
async function updatedTwice(updating: Updating): Promise<void> {
  await decideAll(updating);
  expect((await play(updating, applyUpdate)).problem).toBeUndefined();
  const { world } = updating.twin;
  const reference = world.state.platform.sites.find(({ name }) => name === 'Reference');
  putNews(world, organizationOf(world, organizations.sandbox), reference ?? expect.unreachable());
  await decideAll(updating);
  expect((await play(updating, applyUpdate)).problem).toBeUndefined();
}
const standing = async (updating: Updating) => {
  const { facts } = await proof(updating);
  return (facts as FindingFacts['update-applied']).standing ?? [];
};

test('of two updates the last is taken back, and then the one before it', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  const atFirst = await said(updating);
  await updatedTwice(updating);
  const [last, first] = await standing(updating);
  expect(first?.records).toBeGreaterThan(last?.records ?? Infinity);
  expect((await play(updating, rollBack)).problem).toBeUndefined();
  expect((await standing(updating)).map(({ id }) => id)).toEqual([first?.id]);
  expect((await proof(updating)).facts).toMatchObject({ takenBack: true });
  expect(updating.rows('adx_webpages').some(news('News'))).toBe(false);
  expect((await play(updating, rollBack)).problem).toBeUndefined();
  expect(await standing(updating)).toEqual([]);
  expect(await said(updating)).toEqual(atFirst);
  expect((await play(updating, rollBack)).problem?.code).toBe('update-gone');
});

test('two updates are taken back at once where somebody chose so, and the baseline goes with them', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  const atFirst = await said(updating);
  const baseline = await baselineOf(updating.targets());
  await updatedTwice(updating);
  const [, first] = await standing(updating);
  updating.choose({ kind: 'back', update: first?.id ?? expect.unreachable() });
  expect((await play(updating, rollBack)).problem).toBeUndefined();
  expect(await said(updating)).toEqual(atFirst);
  expect((await baselineOf(updating.targets())).content).toEqual(baseline.content);
  // What was decided is decided still: it can be applied again.
  expect((await proof(updating)).facts).toMatchObject({ state: 'taken-back', standing: [] });
});

test('where somebody edited between two updates the first isn’t taken back, and the last isn’t either', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await updatedTwice(updating);
  const [, first] = await standing(updating);
  updating.choose({ kind: 'back', update: first?.id ?? expect.unreachable() });
  updating.edit('adx_webpages', news('Help'), { adx_title: 'Ours' });
  const sent = batches(updating);
  expect((await play(updating, rollBack)).problem).toMatchObject({
    code: 'site-edited',
    values: { names: 'Help' },
  });
  expect(batches(updating)).toBe(sent);
  expect(await standing(updating)).toHaveLength(2);
});

test('records alike in name are told apart by what else they are known by', async () => {
  await using stack = new AsyncDisposableStack();
  const { records } = await look(await updatingInTwin(stack));
  const pages = records.filter(({ table, title }) => table === 'adx_webpage' && title === 'Help');
  expect(pages.map(({ where = '' }) => where).toSorted()).toEqual(['Home · help', 'Home · help · English']);
});

test('who may do less is said; roles that both have alike are no change where nobody knows the first ones', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  const { records } = await decideAll(updating);
  expect(records.filter(({ narrower }) => narrower).map(({ title }) => title)).toEqual([
    'Authorized users: salesorder',
  ]);
  const kept = (await updateOf(updating.targets()))?.sides.baseline.content.snapshot.records;
  expect(kept?.every(({ sets }) => Object.keys(sets).length === 0)).toBe(true);
  expect(records.filter(({ state }) => state === 'same')).toEqual([]);
});

test('a table that is hidden for a moment is no deletion of all that was in it', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await look(updating);
  const organization = organizationOf(updating.twin.world, organizations.production);
  const hidden = organization.tables['adx_contentsnippets'] ?? expect.unreachable();
  delete organization.tables['adx_contentsnippets'];
  updating.reconnect();
  await expect(look(updating)).rejects.toMatchObject({
    code: 'site-partly-read',
    record: { values: { names: 'adx_contentsnippet' } },
  });
  organization.tables['adx_contentsnippets'] = hidden;
  expect((await look(updating)).records.filter(({ change }) => change === 'deleted')).toEqual([]);
});

const footer = (row: Row) => row['adx_name'] === 'Footer';
const welcome = (row: Row) => row['adx_name'] === 'Home/Welcome';
const batches = ({ twin }: Updating) =>
  twin.world.state.writes.filter(({ endpoint }) => endpoint === 'batch').length;
const play = (updating: Updating, action: AnyAction) =>
  actIn(updating.twin, action, updating.targets(), { driver: 'automatic' });

test('what was decided is written, and what people made is left as it is', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await baselineOf(updating.targets());
  updating.edit('adx_contentsnippets', footer, { adx_value: 'Our own footer' });
  updating.edit('adx_contentsnippets', ({ adx_name }) => adx_name === 'Home/Account information/Title', {
    adx_value: 'Our account',
  });
  const { records } = await look(updating);
  expect(records.filter(({ open }) => open > 0).map(({ title }) => title)).toEqual(['Footer']);
  await decideAll(updating);
  expect((await play(updating, applyUpdate)).problem).toBeUndefined();
  const value = (name: string) =>
    updating.rows('adx_contentsnippets').find(({ adx_name }) => adx_name === name)?.['adx_value'];
  expect([value('Footer'), value('Home/Account information/Title')]).toEqual([
    'Our own footer',
    'Our account',
  ]);
  // The next time nobody is asked about it again: it is a change of ours to the template that was taken over.
  expect((await look(updating)).records.filter(({ open }) => open > 0)).toEqual([]);
});

test('edited between the look and the start: nothing is written, and it is in the list as it is now', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await decideAll(updating);
  updating.edit('adx_contentsnippets', welcome, { adx_value: 'Hello from us' });
  const { problem } = await play(updating, applyUpdate);
  expect(problem).toMatchObject({ code: 'site-edited', values: { count: 1, names: 'Home/Welcome' } });
  expect(batches(updating)).toBe(0);
  const merging = await updateOf(updating.targets());
  const { records } = await overviewOf(merging ?? expect.unreachable());
  expect(records.find(({ title }) => title === 'Home/Welcome')).toMatchObject({ state: 'different' });
});

test('what was decided of a text holds for that text: edited since, it is open again, even where it would go together', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  const snippet = updating.rows('adx_contentsnippets').find(welcome);
  const [first, id] = [String(snippet?.['adx_value']), String(snippet?.['adx_contentsnippetid'])];
  const says = (adx_value: string) => updating.edit('adx_contentsnippets', welcome, { adx_value });
  /** How it stands once the site says this: in the list, on its page, and whether anything could be written. */
  const standing = async (value?: string) => {
    if (value !== undefined) says(value);
    const { records } = await look(updating);
    const merging = (await updateOf(updating.targets())) ?? expect.unreachable();
    const cell = recordDetail(merging, id).cells.find(({ name }) => name === 'adx_value');
    const { outdated } = merging.decisions;
    return { cell, open: records.find((one) => one.id === id)?.open, plan: planOf(merging), outdated };
  };
  await decideAll(updating);
  const { cell } = await standing('Hello from us');
  if (!cell) throw new Error('Both changed it.');
  updating.choose({ kind: 'cell', record: id, cell: 'adx_value', take: 'theirs', of: cell.shown });
  expect(await standing()).toMatchObject({ open: 0, cell: { becomes: {} }, plan: {} });
  for (const later of ['Hello from all of us', first]) {
    const now = await standing(later);
    expect(now).toMatchObject({
      open: 1,
      cell: { outdated: true },
      plan: undefined,
      outdated: [{ record: id }],
    });
    expect(now.cell).not.toHaveProperty('becomes');
  }
  expect(await standing('Hello from us')).toMatchObject({ open: 0, cell: { becomes: {} }, outdated: [] });
});

test.each([1, 2])('edited while it is written, before set %i: nothing of it stays', async (set) => {
  await using stack = new AsyncDisposableStack();
  const updating: Updating = await updatingInTwin(stack, (number) => {
    if (number === set) updating.edit('adx_contentsnippets', welcome, { adx_value: 'Hello from us' });
  });
  const before = await said(updating);
  await decideAll(updating);
  const { problem } = await play(updating, applyUpdate);
  expect(problem).toMatchObject({ code: 'site-edited', values: { count: 1, names: 'Home/Welcome' } });
  const after = await said(updating);
  const others = (records: typeof before) =>
    records.filter(({ fields }) => fields['adx_name'] !== 'Home/Welcome');
  expect(others(after)).toEqual(others(before));
  expect(after.find(({ fields }) => fields['adx_name'] === 'Home/Welcome')?.fields['adx_value']).toBe(
    'Hello from us',
  );
});

test.each(['created', 'not-created'] as const)(
  'pages that the portal makes by itself, in a change set %s: each page is there once for its language',
  async (made) => {
    await using stack = new AsyncDisposableStack();
    const updating = await updatingInTwin(stack);
    updating.twin.world.state.switches.contentPagesInChangeSets = made;
    await decideAll(updating);
    expect((await play(updating, applyUpdate)).problem).toBeUndefined();
    const help = updating.rows('adx_webpages').filter(({ adx_name }) => adx_name === 'Help');
    expect([help.length, help.filter(({ adx_isroot }) => adx_isroot === true).length]).toEqual([2, 1]);
    expect((await proof(updating)).state).toBe('ok');
  },
);

test('an answer that gets lost leads to no second write', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await decideAll(updating);
  updating.twin.world.state.faults.push({
    kind: 'answer-lost',
    service: 'Dataverse',
    endpoint: 'batch',
    count: 1,
  });
  expect((await play(updating, applyUpdate)).problem).toBeUndefined();
  expect(batches(updating)).toBe(2);
  expect((await proof(updating)).state).toBe('ok');
});

test('taking back is refused, by name, where somebody edited since; once that is undone it goes', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await decideAll(updating);
  await play(updating, applyUpdate);
  const [row] = updating.rows('adx_contentsnippets').filter(welcome);
  const is = row?.['adx_value'];
  updating.edit('adx_contentsnippets', welcome, { adx_value: 'Hello from us' });
  const sent = batches(updating);
  expect((await play(updating, rollBack)).problem).toMatchObject({
    code: 'site-edited',
    values: { names: 'Home/Welcome' },
  });
  expect(batches(updating)).toBe(sent);
  updating.edit('adx_contentsnippets', welcome, { adx_value: is });
  expect((await play(updating, rollBack)).problem).toBeUndefined();
  // There is nothing more to take back.
  expect((await play(updating, rollBack)).problem?.code).toBe('update-gone');
});

test('applied again it changes nothing', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await decideAll(updating);
  await play(updating, applyUpdate);
  const [once, sent] = [await said(updating), batches(updating)];
  await look(updating);
  expect((await play(updating, applyUpdate)).problem).toBeUndefined();
  expect(await said(updating)).toEqual(once);
  expect(batches(updating)).toBe(sent);
});

const interrupting = (number: number) => (set: number) => {
  if (set === number) throw new Problem('upstream-refused');
};
const news = (name: string) => (row: Row) => row['adx_name'] === name;

test.each(['created', 'not-created'] as const)(
  'interrupted between its two sets, with the portal’s pages %s: it is taken back before it is applied again',
  async (made) => {
    await using stack = new AsyncDisposableStack();
    const updating = await updatingInTwin(stack, interrupting(2));
    updating.twin.world.state.switches.contentPagesInChangeSets = made;
    // A language that the template doesn’t have: the portal makes a page for it as well.
    const [language] = updating.rows('adx_websitelanguages');
    const of = language?.['_adx_portallanguageid_value'];
    const other = updating.rows('adx_portallanguages').find((row) => row['adx_portallanguageid'] !== of);
    updating.rows('adx_websitelanguages').push({
      ...language,
      adx_websitelanguageid: updating.twin.world.id(),
      _adx_portallanguageid_value: other?.['adx_portallanguageid'],
    });
    const before = await said(updating);
    await decideAll(updating);
    expect((await play(updating, applyUpdate)).problem?.code).toBe('upstream-refused');
    expect(updating.rows('adx_webpages').filter(news('Help'))).toHaveLength(made === 'created' ? 3 : 1);
    await decideAll(updating);
    expect((await play(updating, applyUpdate)).problem?.code).toBe('update-unfinished');
    expect((await play(updating, rollBack)).problem).toBeUndefined();
    expect(await said(updating)).toEqual(before);
  },
);

test('interrupted before its baseline: it is concluded, and what was decided has had its time', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await baselineOf(updating.targets());
  updating.edit('adx_contentsnippets', footer, { adx_value: 'Our own footer' });
  await look(updating);
  for (const { id, tick } of (await look(updating)).records)
    if (tick) updating.choose({ kind: 'tick', record: id, allow: true, shown: tick.shown });
  updating.choose({ kind: 'rule', take: 'theirs' });
  const former = await updating.targets().archive.latest('baseline');
  await play(updating, applyUpdate);
  await updating.targets().archive.keep('baseline', former?.content ?? expect.unreachable());
  const update = await updating.targets().archive.latest('update');
  const again = {
    ...(update?.content ?? expect.unreachable()),
    baseline: (await baselineOf(updating.targets())).id,
  };
  await updating.targets().archive.keep('update', again);
  const sent = batches(updating);
  await look(updating);
  expect((await play(updating, applyUpdate)).problem?.code).toBe('update-undecided');
  updating.edit('adx_contentsnippets', footer, { adx_value: 'Ours once more' });
  await look(updating);
  expect((await play(updating, applyUpdate)).problem).toBeUndefined();
  expect(batches(updating)).toBe(sent);
  expect(updating.rows('adx_contentsnippets').find(footer)?.['adx_value']).toBe('Ours once more');
  // That had nothing to write: what is taken back is the one before.
  updating.edit('adx_contentsnippets', footer, { adx_value: 'x' });
  expect((await play(updating, rollBack)).problem).toMatchObject({
    code: 'site-edited',
    values: { names: 'Footer' },
  });
});

test('a new page that somebody edits while it is taken back stays', async () => {
  await using stack = new AsyncDisposableStack();
  const updating: Updating = await updatingInTwin(stack, (number) => {
    if (number === 3) updating.edit('adx_webpages', news('Help'), { adx_title: 'Ours' });
  });
  await decideAll(updating);
  await play(updating, applyUpdate);
  expect((await play(updating, rollBack)).problem?.code).toBe('site-edited');
  expect(updating.rows('adx_webpages').find(news('Help'))).toMatchObject({ adx_title: 'Ours' });
});

test('a file whose content is edited between the sets is not written over', async () => {
  await using stack = new AsyncDisposableStack();
  const ours = Buffer.from('/* ours */').toString('base64');
  const updating: Updating = await updatingInTwin(stack, (number) => {
    if (number === 1)
      updating.edit('annotations', (row) => row['filename'] === 'theme.css', { documentbody: ours });
  });
  await decideAll(updating);
  expect((await play(updating, applyUpdate)).problem).toMatchObject({
    code: 'site-edited',
    values: { names: 'theme.css' },
  });
  const files = updating.rows('annotations').filter(({ filename }) => filename === 'theme.css');
  expect(files.map(({ documentbody }) => documentbody)).toEqual([ours]);
});

test('edited after its answer was lost: it has come, and goes on', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await decideAll(updating);
  updating.twin.world.state.faults.push({
    kind: 'answer-lost',
    service: 'Dataverse',
    endpoint: 'batch',
    count: 1,
  });
  const meanwhile = () => updating.edit('adx_webpages', news('Help'), { adx_title: 'Ours' });
  const story = {
    driver: 'automatic',
    meanwhile: (_: unknown, looks: number) => looks === 1 && meanwhile(),
  } as const;
  await actIn(updating.twin, applyUpdate, updating.targets(), story);
  expect(batches(updating)).toBe(2);
  expect(updating.rows('adx_webpages').find(news('Help'))).toMatchObject({ adx_title: 'Ours' });
});

test('begun again after a crash it is planned by what was looked at, not by what was read since', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  await decideAll(updating);
  const looked = await lookedAt(updating.targets().archive);
  updating.edit('adx_contentsnippets', welcome, { adx_value: 'Hello from us' });
  for (let turn = 0; turn < 2; turn += 1)
    await expect(prepare(updating.targets(), looked)).rejects.toMatchObject({ code: 'site-edited' });
});

test('in an older site nobody can tell which roles and contents the template brought', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  const sets = async () =>
    (await baselineOf(updating.targets())).content.snapshot.records.map((record) => record.sets);
  updating.edit('annotations', (row) => row['filename'] === 'theme.css', { documentbody: '' });
  expect((await sets()).every((each) => Object.keys(each).length === 0)).toBe(true);
  const { records } = (await baselineOf(updating.targets())).content.snapshot;
  expect(records.some(({ fields }) => fields['adx_partialurl'] === 'theme.css')).toBe(false);
  expect(records.some(({ fields }) => fields['adx_partialurl'] === 'portal.js')).toBe(true);
});
