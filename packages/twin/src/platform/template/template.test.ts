import { websites } from '@portico/microsoft/services/websites';
import { expect, test } from 'vitest';
import { connectTo } from '../../test-support/connect-to.ts';
import { environment, wish } from '../../test-support/given.ts';
import { startTwin } from '../../twin.ts';
import type { Row } from '../../world/dataverse.ts';
import { guid } from '../../world.ts';
import { days } from '../durations.ts';
import { settle } from '../settle.ts';
import type { Generation } from './sheet.ts';
import { provision } from './template.ts';

type Site = Readonly<Record<string, readonly Row[]>>;

function made(generation: Generation, firstId = 1, language = 1033): Site {
  let next = firstId;
  const at = '2026-11-23T08:00:00Z';
  const [website, portalLanguage] = ['w', 'l'];
  return provision({ generation, language, website, portalLanguage, at, id: () => guid(next++) }).rows;
}
const all = (site: Site) => Object.values(site).flat();
const ids = (site: Site) =>
  new Set(
    all(site).flatMap((row) => Object.values(row).filter((value) => /^[0-9a-f-]{36}$/.test(String(value)))),
  );
const named = (site: Site, set: string, name: string) =>
  (site[set] ?? []).filter((row) => row['adx_name'] === name || row['adx_entityname'] === name);

test.each([1, 2] as const)(
  'a site of generation %d is as large as real ones are, and untouched',
  (generation) => {
    const site = made(generation);
    // Pairs of many to many have no dates.
    const rows = all(site).filter((row) => 'createdon' in row);
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(rows.length).toBeLessThanOrEqual(220);
    for (const row of rows) expect(row['createdon']).toBe(row['modifiedon']);
    // A root without text and language, and one page of content below it.
    const pages = site['adx_webpages'] ?? [];
    for (const root of pages.filter((row) => row['adx_isroot'] === true))
      expect(pages.filter((row) => row['_adx_rootwebpageid_value'] === root['adx_webpageid'])).toHaveLength(
        1,
      );
  },
);

test('two sites of one template have no id in common; in another language names differ, and templates don’t', () => {
  const [one, other] = [ids(made(1)), ids(made(1, 1000))];
  expect([...one].filter((id) => other.has(id))).toEqual([]);
  const german = made(1, 1, 1031);
  expect(named(german, 'adx_publishingstates', 'Veröffentlicht')).toHaveLength(1);
  expect(named(german, 'adx_webpages', 'Aufträge')).toHaveLength(2);
  expect(named(german, 'adx_webtemplates', 'Orders')).toEqual(named(made(1), 'adx_webtemplates', 'Orders'));
});

test('the second generation adds, changes, removes, narrows, widens and reorders', () => {
  const [first, second] = [made(1), made(2)];
  const value = (site: Site, set: string, name: string, column: string) =>
    named(site, set, name)[0]?.[column];
  expect(named(first, 'adx_webpages', 'Help')).toHaveLength(0);
  expect(named(second, 'adx_webpages', 'Help')).toHaveLength(2);
  expect(value(second, 'adx_webtemplates', 'Home', 'adx_source')).toContain('tile-help');
  expect(value(first, 'adx_entitylists', 'Orders', 'adx_registerstartupscript')).toContain('entitylist');
  expect(value(second, 'adx_entitylists', 'Orders', 'adx_registerstartupscript')).toBeNull();
  const writes = (site: Site, name: string) => value(site, 'adx_entitypermissions', name, 'adx_write');
  expect([first, second].map((site) => writes(site, 'Authorized users: salesorder'))).toEqual([true, false]);
  expect([first, second].map((site) => writes(site, 'Customer representative: contact'))).toEqual([
    false,
    true,
  ]);
  const links = (site: Site) => (site['adx_weblinks'] ?? []).slice(0, 3).map((row) => row['adx_name']);
  expect(links(first)).toEqual(['Home', 'Create order', 'Orders']);
  expect(links(second)).toEqual(['Home', 'Orders', 'Create order']);
  const filled = (site: Site) => (site['adx_webformmetadatas'] ?? []).length;
  expect(filled(second)).toBe(filled(first) + 1);
});

test.each([
  [undefined, 0],
  [2, 2],
] as const)('a new site is made from the template of its environment: %s', async (portalTemplate, helps) => {
  await using twin = await startTwin({ speed: 0 });
  const { platform, dataverse } = twin.world.state;
  const own = platform.environments.find(({ id }) => id === environment);
  if (portalTemplate && own) own.portalTemplate = portalTemplate;
  await (await connectTo(twin, websites)).createWebsite({ environment, body: wish });
  twin.world.clock.jump(days);
  settle(twin.world);
  const tables = dataverse.organizations[0]?.tables ?? {};
  expect(named(tables, 'adx_webpages', 'Help')).toHaveLength(helps);
  const versions = [...(tables['adx_webpages'] ?? []), ...(tables['annotations'] ?? [])];
  expect(new Set(versions.map((row) => row['versionnumber'])).size).toBe(versions.length);
  expect(tables['adx_websites']?.[0]).toMatchObject({
    _adx_headerwebtemplateid_value: named(tables, 'adx_webtemplates', 'Header')[0]?.['adx_webtemplateid'],
  });
});
