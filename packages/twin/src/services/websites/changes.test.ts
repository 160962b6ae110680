import { outcomeOf } from '@portico/microsoft/operation';
import { siteProbe } from '@portico/microsoft/services/site-probe';
import { websites } from '@portico/microsoft/services/websites';
import { describe, expect, test } from 'vitest';
import { days, hours, minutes } from '../../platform/durations.ts';
import { environments, people, tenants } from '../../scenarios/contoso/ids.ts';
import { Answered, connectTo } from '../../test-support/connect-to.ts';
import { environment } from '../../test-support/given.ts';
import { startTwin, type Twin } from '../../twin.ts';
import type { Switches } from '../../world.ts';

const mona = 'mona.berg@contoso.example';
const body = { EnableCDN: false, EnableWAF: false, UseDynamics365PortalAddOnLicense: false };

/** The portal that Mona made twelve days ago, and what she or somebody else may do with it. */
async function stage(switches: Partial<Switches> = {}, userName = mona) {
  const twin = await startTwin({ speed: 0, scenario: 'site-exists' });
  Object.assign(twin.world.state.switches, switches);
  const client = await connectTo(twin, websites, { userName });
  const [site] = twin.world.state.platform.sites;
  if (!site) throw new Error('There is a site.');
  const where = { environment, website: site.id };
  return {
    twin,
    site,
    where,
    client,
    convert: () => client.convertToProduction({ ...where, body }),
    show: (siteVisibility: 'public' | 'private') => client.updateSiteVisibility({ ...where, siteVisibility }),
    read: async () => (await client.listWebsites({ environment })).value[0],
    answers: async () => {
      const base = `http://contoso-orders.portals.twin.localhost:${twin.port}`;
      const probe = (await connectTo(twin, siteProbe, { base })).probe({});
      return probe.then(
        ({ status }) => status,
        (error: unknown) => (error instanceof Answered ? error.status : 0),
      );
    },
    [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose](),
  };
}

/** What was said no with. */
const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'none',
    (error: unknown) =>
      error instanceof Answered
        ? `${error.status} ${(error.body as { error?: { code?: string } }).error?.code}`
        : String(error),
  );

const kind = (twin: Twin, sku: 'Developer' | 'Trial' | 'Sandbox') => {
  const found = twin.world.state.platform.environments.find(({ id }) => id === environments.production);
  if (found) found.sku = sku;
};

describe('conversion', () => {
  test('takes five minutes, leaves no clock, and what was suspended answers again', async () => {
    await using staged = await stage();
    const { twin, convert, read, answers, client } = staged;
    twin.world.clock.jump(79 * days);
    expect(await read()).toMatchObject({ status: 'StateSuspended', suspendedWebsiteDeletingInDays: 6 });
    expect(await answers()).toBe(403);
    const { status, operation = '' } = await convert();
    expect(status).toBe(202);
    expect(outcomeOf(await client.getOperation.at(operation)).state).toBe('running');
    twin.world.clock.jump(5 * minutes);
    expect(outcomeOf(await client.getOperation.at(operation)).state).toBe('succeeded');
    expect(await read()).toMatchObject({ type: 'Production', trialExpiringInDays: null });
    expect(await answers()).toBe(302);
    twin.world.clock.jump(365 * days);
    expect(await read()).toMatchObject({ type: 'Production', status: 'StateConfigured' });
  });

  test('too late: the host is gone', async () => {
    await using staged = await stage();
    staged.twin.world.clock.jump(86 * days);
    expect(await refusal(staged.convert())).toBe('404 A001');
  });

  test.each(['Developer', 'Trial'] as const)('never in a %s environment', async (sku) => {
    await using staged = await stage();
    kind(staged.twin, sku);
    expect(await refusal(staged.convert())).toBe('400 A081');
  });

  test.each([
    [mona, 'required', 'none'],
    ['alex@contoso.example', 'required', '403 A014'],
    ['alex@contoso.example', 'not-asked', 'none'],
    ['una.holm@contoso.example', 'not-asked', '403 A013'],
    // By a group only.
    ['gita.rao@contoso.example', 'not-asked', '403 A013'],
  ] as const)('%s, ownership of the application %s: %s', async (userName, appOwnership, expected) => {
    await using staged = await stage({ appOwnership }, userName);
    expect(await refusal(staged.convert())).toBe(expected);
  });

  test('an owner that was added to the application may', async () => {
    await using staged = await stage({}, 'alex@contoso.example');
    Object.assign(staged.site, { appOwners: [people.alex] });
    expect(await refusal(staged.convert())).toBe('none');
  });

  test.each([
    ['allowed', 'none'],
    ['refused', '400 A083'],
  ] as const)('without capacity: %s', async (conversionWithoutCapacity, expected) => {
    await using staged = await stage({ conversionWithoutCapacity });
    const { platform } = staged.twin.world.state;
    platform.allocations[environment]?.splice(0);
    delete platform.billing[environment];
    expect(await refusal(staged.convert())).toBe(expected);
  });

  test.each(['refused', 'joined'] as const)('a second one is %s', async (secondConversion) => {
    await using staged = await stage({ secondConversion });
    const first = await staged.convert();
    if (secondConversion === 'joined') expect(await staged.convert()).toEqual(first);
    else expect(await refusal(staged.convert())).toBe('400 A082');
    staged.twin.world.clock.jump(5 * minutes);
    expect(await refusal(staged.convert())).toBe('400 A082');
  });

  test.each(['as-before', 'OperationInProgress'] as const)(
    'meanwhile it reads %s',
    async (convertingSite) => {
      await using staged = await stage({ convertingSite });
      await staged.convert();
      const expected = convertingSite === 'as-before' ? 'StateConfigured' : convertingSite;
      expect(await staged.read()).toMatchObject({ status: expected, type: 'Trial' });
    },
  );

  test.each(['operation-fails', 'operation-never-ends'] as const)('%s: it stays a trial', async (fault) => {
    await using staged = await stage();
    staged.twin.world.state.faults.push({ kind: fault, count: 1, endpoint: 'convertToProduction' });
    const { operation = '' } = await staged.convert();
    staged.twin.world.clock.jump(1 * hours);
    const outcome = outcomeOf(await staged.client.getOperation.at(operation));
    expect(outcome.state).toBe(fault === 'operation-fails' ? 'failed' : 'running');
    expect(await staged.read()).toMatchObject({ type: 'Trial' });
  });
});

describe('visibility', () => {
  test.each(['at-once', 'after-restart'] as const)(
    'a new one reads %s, and the site restarts',
    async (side) => {
      await using staged = await stage({ newVisibility: side, publicSitesUnset: 'not-in-force' });
      const { twin, show, read, answers } = staged;
      await show('public');
      expect((await read())?.siteVisibility).toBe(side === 'at-once' ? 'public' : 'private');
      twin.world.clock.jump(1 * minutes);
      expect(await answers()).toBe(503);
      twin.world.clock.jump(2 * minutes);
      expect(await answers()).toBe(200);
      expect((await read())?.siteVisibility).toBe('public');
      await show('private');
      twin.world.clock.jump(3 * minutes);
      expect(await answers()).toBe(302);
    },
  );

  test.each([
    ['closed', 'None', '403 D015'],
    ['not-in-force', undefined, 'none'],
  ] as const)('a trial where nobody set the control: %s', async (publicSitesUnset, reads, expected) => {
    await using staged = await stage({ publicSitesUnset });
    const policy = { environment, policy: 'PowerPages_AllowNonProdPublicSites' };
    expect(await staged.client.findGovernancePolicy(policy)).toBe(reads);
    expect(await refusal(staged.show('public'))).toBe(expected);
    expect(await refusal(staged.show('private'))).toBe('none');
  });

  test.each([
    ['None', true, '403 D015'],
    ['All', false, 'none'],
    ['Include', true, 'none'],
    ['Include', false, '403 D015'],
    ['Exclude', true, '403 D015'],
    ['Exclude', false, 'none'],
  ] as const)('a trial under %s, named: %s', async (value, named, expected) => {
    await using staged = await stage();
    const sites = named ? [staged.site.id] : [];
    Object.assign(staged.twin.world.state.platform, {
      publicSites: { [environment]: { value, sites } },
    });
    const policy = { environment, policy: 'PowerPages_AllowNonProdPublicSites' };
    expect(await staged.client.findGovernancePolicy(policy)).toBe(value);
    const details = await staged.client.findGovernanceDetails(policy);
    expect(details?.IncludedSites ?? []).toEqual(value === 'Include' ? sites : []);
    expect(await refusal(staged.show('public'))).toBe(expected);
  });

  test('the control says nothing of production sites', async () => {
    await using staged = await stage();
    staged.site.type = 'Production';
    expect(await refusal(staged.show('public'))).toBe('none');
  });

  test('never in a developer environment', async () => {
    await using staged = await stage();
    kind(staged.twin, 'Developer');
    expect(await refusal(staged.show('public'))).toBe('400 D016');
  });

  test.each([
    [mona, 'none'],
    ['alex@contoso.example', '403 A015'],
  ])('closed by the tenant’s setting: %s is answered %s', async (userName, expected) => {
    await using staged = await stage({ publicSitesUnset: 'not-in-force' }, userName);
    staged.twin.world.state.platform.settings[tenants.contoso] = {
      disablePortalsCreationByNonAdminUsers: false,
      powerPlatform: { powerPages: { enableSystemAdminsToChangeSiteVisibility: false } },
    };
    const person = staged.twin.world.state.directory.people.find((one) => one.userName === userName);
    const roles = person?.roles.filter(({ name }) => userName === mona || name === 'System Administrator');
    Object.assign(person ?? {}, { roles });
    expect(await refusal(staged.show('public'))).toBe(expected);
  });
});

test('a site that is shut down says so a minute later, and is back a minute after it was started', async () => {
  await using staged = await stage();
  const { client, where, twin, answers } = staged;
  await client.stopWebsite(where);
  expect(await answers()).toBe(302);
  twin.world.clock.jump(1 * minutes);
  expect(await answers()).toBe(403);
  await client.startWebsite(where);
  twin.world.clock.jump(1 * minutes);
  expect(await answers()).toBe(302);
});

test('deleting takes the host and leaves the record; who owns nothing of it is refused', async () => {
  await using staged = await stage();
  const { client, where, twin, read, answers } = staged;
  const alex = await connectTo(twin, websites);
  expect(await refusal(alex.deleteWebsite(where))).toBe('403 A014');
  const { status, operation = '' } = await client.deleteWebsite(where);
  expect(status).toBe(202);
  expect(await read()).toMatchObject({ status: 'StateDeletingApplication' });
  twin.world.clock.jump(3 * minutes);
  expect(outcomeOf(await client.getOperation.at(operation)).state).toBe('succeeded');
  expect([await read(), await answers()]).toEqual([undefined, 404]);
  const [organization] = twin.world.state.dataverse.organizations;
  expect(organization?.tables['adx_websites']).toHaveLength(1);
});
