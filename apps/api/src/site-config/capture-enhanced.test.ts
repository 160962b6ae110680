import { snapshotAddress } from '@portico/merge/address';
import { canonicalJson } from '@portico/merge/canonical/canonical-json';
import type { SiteRecord } from '@portico/merge/record';
import { type Snapshot, snapshot } from '@portico/merge/snapshot';
import { component } from '@portico/merge/tables/enhanced';
import { migrateSite } from '@portico/twin/platform/migrate-site';
import { environments, organizations } from '@portico/twin/scenarios/contoso/ids';
import { organizationOf } from '@portico/twin/test-support/reference-site';
import { startTwin, type Twin } from '@portico/twin/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { targetsIn } from '../actions/test-support/acting.ts';
import { mergeInThread } from '../merge/merge-in-thread.ts';
import type { Targets } from '../targets/targets.ts';
import { captureSite } from './capture-site.ts';
import { fingerprintOf, sha256 } from './fingerprint.ts';
import { readSite } from './read-sites.ts';
import { memoryArchive } from './test-support/memory-archive.ts';

const answers = { 'portal-site': { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 } };
const stack = new AsyncDisposableStack();
afterAll(() => stack.disposeAsync());

/** A twin, and what a run reaches in it. */
async function open(scenario: 'customised-site' | 'enhanced-site') {
  const twin = stack.use(await startTwin({ speed: 0, scenario }));
  const archive = memoryArchive();
  return { twin, archive, targets: () => targetsIn(stack, { twin, answers, archive }) };
}

const said = (read: Pick<Snapshot, 'records'>, table: string) =>
  read.records.filter((record) => record.table === table);

describe('a site in the enhanced data model', () => {
  let stand: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    stand = await open('enhanced-site');
  });
  const switched = async (switches: Partial<Twin['world']['state']['switches']>) => {
    const { state } = stand.twin.world;
    const before = { ...state.switches };
    Object.assign(state.switches, switches);
    try {
      return (await readSite(stand.targets())).snapshot;
    } finally {
      Object.assign(state.switches, before);
    }
  };

  test('is read whole, canonical and valid, twice the same, and nothing is written', async () => {
    const one = await readSite(stand.targets());
    const other = await readSite(stand.targets());
    expect(snapshot.parse(one.snapshot)).toMatchObject({ model: 'enhanced', language: 1033 });
    expect(one.snapshot.records.length).toBeGreaterThan(180);
    expect(new Set(one.snapshot.records.map(({ id }) => id)).size).toBe(one.snapshot.records.length);
    expect(fingerprintOf(one.snapshot)).toBe(fingerprintOf(other.snapshot));
    expect(one).toMatchObject({ name: 'Contoso orders', notes: {}, shapes: new Map() });
    expect(one.snapshot.solutions.some(({ name }) => name === 'DualWriteCore')).toBe(true);
    expect(one.snapshot.records.every(({ etag, table }) => etag || table === 'adx_portallanguage')).toBe(
      true,
    );
    expect(stand.twin.world.state.writes).toEqual([]);
  });

  test('has its files, texts as texts and others by their hash', async () => {
    const read = (await readSite(stand.targets())).snapshot;
    const bodyOf = (name: string) =>
      said(read, 'adx_webfile').find(({ fields }) => fields['adx_partialurl'] === name)?.body ?? {};
    expect(bodyOf('theme.css')).toEqual({ text: expect.stringContaining('--brand: #a4262c;') });
    const logo: object = bodyOf('logo.png');
    const bytes = 'hash' in logo ? await stand.archive.file(String(logo.hash)) : undefined;
    expect(bytes && { hash: sha256(bytes) }).toEqual(logo);
  });

  test('keeps what nobody knows how to read, and marks secrets', async () => {
    const read = (await readSite(stand.targets())).snapshot;
    expect(said(read, component)).toEqual([
      expect.objectContaining({
        fields: expect.objectContaining({ name: 'order-status', powerpagecomponenttype: 35 }),
        sets: { powerpagecomponent_powerpagecomponent: [expect.any(String)] },
        body: { hash: expect.any(String) },
      }),
    ]);
    const secret = said(read, 'adx_sitesetting').find(({ fields }) =>
      String(fields['adx_name']).endsWith('/ClientSecret'),
    );
    expect(secret?.fields['adx_value']).toMatch(/^sealed:/);
    expect(JSON.stringify(read)).not.toContain('synthetic-secret-of-the-twin');
  });

  test.each(['both', 'content', 'relationship'] as const)(
    'knows who has which role, told by %s',
    async (componentSets) => {
      const read = await switched({ componentSets });
      const permissions = said(read, 'adx_entitypermission');
      expect(permissions.length).toBeGreaterThan(10);
      expect(permissions.every(({ sets }) => sets['adx_entitypermission_webrole']?.length)).toBe(true);
    },
  );

  test.each([
    ['described', 0],
    ['none', 20],
  ] as const)(
    'leaves out what nobody chose where virtual tables say what that is: %s',
    async (virtualTableDefaults, least) => {
      const read = await switched({ virtualTableDefaults });
      const chosen = said(read, 'adx_webpage').filter(({ fields }) => 'adx_feedbackpolicy' in fields);
      expect(chosen.length).toBeGreaterThanOrEqual(least);
      if (least === 0) expect(chosen).toEqual([]);
    },
  );

  test('is found by its record where nobody says its model', async () => {
    const { targets, archive } = stand;
    const site = stand.twin.world.state.platform.sites.find(
      (each) => each.environment === environments.sandbox,
    );
    const client = await targets().dataverseOf(environments.sandbox);
    const of = { environment: environments.sandbox, website: site?.websiteRecordId ?? '', at: new Date() };
    expect((await captureSite(client, of, archive)).snapshot.model).toBe('enhanced');
    await expect(captureSite(client, { ...of, dataModel: 'Standard' }, archive)).resolves.toMatchObject({
      // Its old record is deactivated, and has nothing left.
      snapshot: { model: 'standard' },
    });
  });
});

/** What the same rows say in both models that isn't the same: what only the enhanced one has. */
function differences(one: readonly SiteRecord[], other: readonly SiteRecord[]): readonly string[] {
  const plain = ({ etag: _, untouched: __, fields, refs, ...rest }: SiteRecord) => {
    const { adx_portallanguageid: ___, ...known } = refs;
    return { ...rest, fields, refs: known };
  };
  const before = new Map(one.map((record) => [record.id, plain(record)]));
  return other.flatMap((record) => {
    const was = before.get(record.id);
    const is = plain(record);
    if (!was) return [record.table];
    const names = new Set([...Object.keys(was.fields), ...Object.keys(is.fields)]);
    const changed = [...names].filter((name) => was.fields[name] !== is.fields[name]);
    const rest = (of: typeof is) => canonicalJson([of.refs, of.sets, of.body, of.inactive]);
    if (rest(was) !== rest(is)) changed.push('rest');
    return changed.map((name) => `${record.table}.${name}`);
  });
}

describe('the same template in both models', () => {
  /** The site of an environment before and after it was moved to the enhanced model. */
  async function bothOf(stand: Awaited<ReturnType<typeof open>>, environment: string, organization: string) {
    const { twin, targets, archive } = stand;
    const site = twin.world.state.platform.sites.find((each) => each.environment === environment);
    if (!site) throw new Error('There is a site.');
    const read = async () => {
      const client = await targets().dataverseOf(environment);
      return captureSite(client, { environment, website: site.websiteRecordId, at: new Date() }, archive);
    };
    const standard = (await read()).snapshot;
    migrateSite(organizationOf(twin.world, organization), site);
    return { standard, enhanced: (await read()).snapshot };
  }

  test('says the same, but for the steps that a form lists once more', async () => {
    const stand = await open('customised-site');
    const { standard, enhanced } = await bothOf(stand, environments.production, organizations.production);
    expect(enhanced.model).toBe('enhanced');
    const active = said(standard, 'adx_portallanguage').length;
    // Languages that the site doesn't speak are the organization's.
    expect(enhanced.records.length).toBe(standard.records.length - active + 1);
    expect(differences(standard.records, enhanced.records)).toEqual([
      'adx_portallanguage',
      'adx_webform.adx_webformsteps',
    ]);
    const withoutSteps = enhanced.records.map((record) => {
      const { adx_webformsteps: _, ...fields } = record.fields;
      return { ...record, fields };
    });
    expect(snapshotAddress({ ...enhanced, records: withoutSteps }, sha256)).toBe(fingerprintOf(standard));
  });

  test('merged with a standard site, the enhanced template changes no more than that', async () => {
    const stand = await open('customised-site');
    const targets: Targets = stand.targets();
    const { standard, enhanced } = await bothOf(stand, environments.sandbox, organizations.sandbox);
    const ours = (await readSite(targets)).snapshot;
    const merged = async (theirs: Snapshot) => {
      const { site } = await mergeInThread({ sides: { base: ours, ours, theirs }, answers: {} });
      return site.records.flatMap(({ table, title, state, cells }) =>
        state === 'unchanged'
          ? []
          : Object.entries(cells)
              .filter(([, cell]) => cell.state !== 'unchanged')
              .map(([name, cell]) => `${table} ${title} ${name} ${cell.state}`),
      );
    };
    const plain = await merged(standard);
    expect(plain.length).toBeGreaterThan(20);
    const across = await merged({ ...enhanced, model: 'standard' });
    expect(across.filter((line) => !plain.includes(line))).toEqual([
      'adx_webform Create order adx_webformsteps theirs',
    ]);
    expect(plain.filter((line) => !across.includes(line))).toEqual([]);
    await expect(
      mergeInThread({ sides: { base: ours, ours, theirs: enhanced }, answers: {} }),
    ).rejects.toThrow('model');
  });
});
