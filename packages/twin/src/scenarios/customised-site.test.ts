import { dataverse } from '@portico/microsoft/services/dataverse';
import { expect, test } from 'vitest';
import { connectTo } from '../test-support/connect-to.ts';
import { startTwin } from '../twin.ts';
import type { Row } from '../world/dataverse.ts';
import { customisedSite } from './customised-site.ts';
import { replaced } from './customised-site/edits.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const state = customisedSite(now);
const tablesAt = (domain: string) => {
  const { organization } = state.platform.environments.find((each) => each.domain === domain) ?? {};
  return state.dataverse.organizations.find(({ id }) => id === organization)?.tables ?? {};
};
const stamped = (domain: string): readonly Row[] =>
  Object.entries(tablesAt(domain))
    .filter(([set]) => /^(adx_|annotations)/.test(set))
    .flatMap(([, rows]) => rows.filter((row) => 'modifiedon' in row));
const touched = (rows: readonly Row[]) =>
  rows.filter((row) => String(row['modifiedon']) > String(row['createdon']));

test('of the site in production some is as provisioned, and some was worked on since', () => {
  const rows = stamped('contoso');
  expect(touched(rows).length).toBeGreaterThan(25);
  expect(rows.length - touched(rows).length).toBeGreaterThan(140);
  for (const row of rows) expect(String(row['modifiedon']) <= now.toISOString()).toBe(true);
  const { adx_webpages: pages = [], adx_sitesettings: settings = [] } = tablesAt('contoso');
  const gone = pages.filter((row) => String(row['adx_name']).endsWith('-deleted'));
  expect(gone.map((row) => row['statecode'])).toEqual([1, 1]);
  expect(pages.filter((row) => row['adx_name'] === 'Downloads')).toHaveLength(2);
  expect(settings.some((row) => String(row['adx_name']).endsWith('/ClientSecret'))).toBe(true);
  expect(JSON.stringify(tablesAt('contoso')['adx_webtemplates'])).toContain('\\r\\n');
});

test.each([
  ['contoso-sandbox', 'Home'],
  ['contoso-german', 'Startseite'],
])('the reference site of %s is as provisioned, from the second template', (domain, home) => {
  expect(touched(stamped(domain))).toEqual([]);
  const { adx_webpages: pages, solutions } = tablesAt(domain);
  expect(pages?.[0]).toMatchObject({ adx_name: home });
  expect(pages?.some((row) => row['adx_partialurl'] === 'help')).toBe(true);
  expect(solutions?.some((row) => row['uniquename'] === 'DualWriteCore')).toBe(true);
});

test('who works in production works beside the reference sites too', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'customised-site' });
  for (const domain of ['contoso', 'contoso-sandbox', 'contoso-german'])
    for (const userName of [
      'alex@contoso.example',
      'mona.berg@contoso.example',
      'gita.rao@contoso.example',
    ]) {
      const base = `http://${domain}.crm4.twin.localhost:${twin.port}`;
      const client = await connectTo(twin, dataverse, { userName, base });
      expect(await client.whoAmI({})).toMatchObject({ UserId: expect.any(String) });
      expect((await client.listRows({ set: 'adx_websites' })).value).toHaveLength(1);
    }
});

test('an edit of words that the template no longer has is a mistake', () => {
  expect(replaced('a b', [['b', 'c']])).toBe('a c');
  expect(() => replaced('a', [['b', 'c']])).toThrow('no longer');
});
