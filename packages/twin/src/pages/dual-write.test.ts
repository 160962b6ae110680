import { describe, expect, test } from 'vitest';
import { hours, minutes } from '../platform/durations.ts';
import { finance, people } from '../scenarios/contoso/ids.ts';
import type { ScenarioId } from '../scenarios/index.ts';
import { ask } from '../test-support/ask.ts';
import { startTwin } from '../twin.ts';

/** A browser that looks at the dual-write page as a persona. */
async function open(
  person: string,
  { host = 'integrator', scenario }: { host?: string; scenario?: ScenarioId } = {},
) {
  const twin = await startTwin({ speed: 0, ...(scenario ? { scenario } : {}) });
  const origin = `http://${host}.twin.localhost:${twin.port}`;
  const headers = { Cookie: `twin-person-${twin.port}=${person}` };
  const send = (path: string, fields: [string, string][], from = origin) =>
    ask(origin + path, {
      method: 'POST',
      headers: { ...headers, Origin: from, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const get = async (path: string) => (await ask(origin + path, { headers })).text;
  /** Selects maps by the names on the page. */
  const named = async (...names: readonly string[]): Promise<[string, string][]> => {
    const page = await get(list);
    return names.map((name) => {
      const box = [...page.matchAll(/value="([^"]+)" aria-label="([^":]+)/g)].find(
        ([, , says]) => says === name,
      );
      if (!box) throw new Error(`There is no ${name} on the page.`);
      return ['map', box[1] ?? ''];
    });
  };
  const status = async (name: string) => {
    const page = await get(list);
    const escaped = name.replaceAll(/[()]/g, String.raw`\$&`);
    return new RegExp(`<td>${escaped}(?:<br>.*?)?</td><td>([^<]+)</td>`).exec(page)?.[1];
  };
  return {
    twin,
    get,
    send,
    named,
    status,
    jump: (milliseconds: number) => twin.world.clock.jump(milliseconds),
    [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose](),
  };
}

const list = `/dualWrite?axenv=${finance.host}`;
const run = `/dualWrite/run?axenv=${finance.host}`;
const five = [
  'CDS sales order headers (salesorders)',
  'CDS sales order lines (salesorderdetails)',
  'Customers V3 (accounts)',
  'Customers V3 (contacts)',
  'CDS released distinct products (products)',
];

/** What the dialog of a page would send, with initial sync for all. */
const dialogFields = (dialog: string): [string, string][] => [
  ...[...dialog.matchAll(/name="(map|chosen)" value="([^"]+)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  ),
  ['related', 'yes'],
  ['all', 'yes'],
  ['master', 'CRM'],
];

describe('select, Run, Run', () => {
  test('all five run within two hours, with what they need, in eight clicks', async () => {
    await using page = await open(people.alex);
    let clicks = 0;
    const click = <Answer>(answer: Answer): Answer => {
      clicks += 1;
      return answer;
    };
    const chosen = (await page.named(...five)).map(click);
    const dialog = click(await page.get(`${run}&${new URLSearchParams(chosen).toString()}`));
    expect(dialog).toMatch(/name="related" value="yes" checked/);
    expect(dialog).toMatch(/<option value="CRM" selected>Dataverse/);
    const fields = click(dialogFields(dialog));
    expect(fields.filter(([name]) => name === 'map').length).toBeGreaterThan(20);
    const answer = click(await page.send(run, fields));
    expect(answer).toMatchObject({ status: 303, headers: { location: list } });
    expect(clicks).toBe(8);

    expect(page.twin.world.state.writes.filter(({ endpoint }) => endpoint === 'start')).toHaveLength(1);
    page.jump(minutes);
    expect(await page.status(five[0] ?? '')).toBe('Initializing');
    page.jump(1 * hours);
    expect(await page.status('Legal entities (cdm_companies)')).toBe('Running');
    page.jump(1 * hours);
    for (const name of five) expect(await page.status(name)).toBe('Running');
    const [organization] = page.twin.world.state.dataverse.organizations;
    const recorded = organization?.tables['msdyn_dualwriteruntimeconfigs']?.map(
      (row) => row['msdyn_internalentityname'],
    );
    expect(recorded).toEqual(
      expect.arrayContaining(['account', 'contact', 'salesorder', 'salesorderdetail']),
    );
    expect(recorded).not.toContain('product');
  });

  test('without related maps it stops at the first missing reference, and says so', async () => {
    await using page = await open(people.alex);
    const name = 'Customers V3 (accounts)';
    const dialog = await page.get(`${run}&${new URLSearchParams(await page.named(name)).toString()}`);
    await page.send(
      run,
      dialogFields(dialog).filter(([field]) => field !== 'related'),
    );
    page.jump(10 * minutes);
    expect(await page.status(name)).toBe('Not running');
    expect(await page.get(list)).toContain('The lookup value was not found');
  });
});

test('what is refused leaves the others as they were', async () => {
  await using page = await open(people.alex);
  const [companies, units] = await page.named('Legal entities (cdm_companies)', 'Units (uoms)');
  const ask = (...maps: readonly (string | undefined)[]) =>
    page.send(
      run,
      maps.map((id): [string, string] => ['chosen', id ?? '']),
    );
  await ask(companies?.[1]);
  page.jump(minutes);
  const refused = await ask(units?.[1], companies?.[1]);
  expect(refused).toMatchObject({ status: 400, text: expect.stringContaining('not allowed') as string });
  const map = page.twin.world.state.dualWrite.links[0]?.maps.find(({ active }) => active === units?.[1]);
  expect(map).toMatchObject({ pid: null, state: 6 });
});

test('what runs is paused, resumed and stopped by the buttons', async () => {
  await using page = await open(people.alex);
  const name = 'Legal entities (cdm_companies)';
  const chosen = await page.named(name);
  await page.send(run, [...chosen, ['chosen', chosen[0]?.[1] ?? '']]);
  page.jump(minutes);
  const walk = [await page.status(name)];
  for (const to of ['pause', 'resume', 'stop']) {
    await page.send(`/dualWrite/change?axenv=${finance.host}&to=${to}`, chosen);
    page.jump(5 * minutes);
    walk.push(await page.status(name));
  }
  expect(walk).toEqual(['Running', 'Paused', 'Running', 'Not running']);
});

test('the list is filtered by name and by status', async () => {
  await using page = await open(people.alex, { scenario: 'half-done' });
  const rows = (text: string) => text.match(/<td><input type="checkbox"/g)?.length ?? 0;
  expect(rows(await page.get(`${list}&filter=customers v3`))).toBe(2);
  expect(rows(await page.get(`${list}&status=Running`))).toBeGreaterThan(10);
  expect(rows(await page.get(list))).toBeGreaterThan(30);
});

test('a map shows its companies and its first errors', async () => {
  await using page = await open(people.alex, { scenario: 'half-done' });
  const [orders] = await page.named('CDS sales order headers (salesorders)');
  const details = await page.get(`/dualWrite/map?axenv=${finance.host}&map=${orders?.[1]}`);
  expect(details).toMatch(/<td>usmf<\/td><td>Warning<\/td>.*The lookup value was not found: 3/s);
  const map = page.twin.world.state.dualWrite.links[0]?.maps.find(({ active }) => active === orders?.[1]);
  map?.queue.push({ row: 'one' }, { row: 'other', error: 'It was refused.' });
  expect(await page.get(`/dualWrite/map?axenv=${finance.host}&map=${orders?.[1]}`)).toMatch(
    /Total queued record count: 1<.*Catch-up errors.*<li>It was refused\.<\/li>/s,
  );
});

test.each([
  [people.paul, 'Error from token exchange'],
  [people.gita, 'Error from token exchange'],
])('who isn’t administrator on both sides is refused with the gateway’s words', async (person, words) => {
  await using page = await open(person);
  expect(await page.get(list)).toContain(words);
});

test('it is inside finance and operations too', async () => {
  await using page = await open(people.alex, { host: 'contoso.operations' });
  expect(await page.get('/?cmp=usmf&mi=DualWrite')).toContain(
    `${finance.host} is linked with Contoso Production`,
  );
  expect(await page.get('/')).toContain('Data management');
});

test('a solution is applied from its own page', async () => {
  await using page = await open(people.alex);
  const [link] = page.twin.world.state.dualWrite.links;
  link?.applied.splice(0, Infinity);
  expect(await page.get(list)).toContain('No table maps to show');
  await page.send(`/dualWrite/solutions?axenv=${finance.host}`, [
    ['solution', 'msdyn_Dynamics365FinanceExtendedMaps'],
  ]);
  page.jump(5 * minutes);
  expect(await page.status('Customers V3 (accounts)')).toBe('Not running');
});

test('another page can’t press the buttons, and what isn’t linked is said', async () => {
  await using page = await open(people.alex);
  expect((await page.send(run, [], 'http://example.com')).status).toBe(403);
  expect(await page.get('/dualWrite?axenv=fabrikam.operations.twin.localhost')).toContain('isn’t linked');
});
