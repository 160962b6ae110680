// Going live against the twin: what Microsoft may do meanwhile, and that nothing is sent twice.
import { convertSite, deleteSite, restartSite, showSite } from '@portico/twin/platform/change-site';
import { days } from '@portico/twin/platform/durations';
import { environments, people } from '@portico/twin/scenarios/contoso/ids';
import type { Switches } from '@portico/twin/world';
import type { Persona } from '@portico/twin/world/directory';
import type { Environment, Site } from '@portico/twin/world/platform';
import type { Twin } from '@portico/twin/twin';
import { describe, expect, test } from 'vitest';
import { actions } from './index.ts';
import { type Ended, type Story, tell } from './test-support/provision-in-twin.ts';

type Fault = Twin['world']['state']['faults'][number];

/** The site of `site-exists`, which Alex has made here. */
function play(
  action: keyof typeof actions,
  { arrange, ...story }: Story & { switches?: Partial<Switches>; faults?: readonly Fault[] },
  then: (ended: Ended) => void,
): Promise<void> {
  return tell(
    {
      scenario: 'site-exists',
      decision: { subdomain: 'contoso-orders' },
      action: actions[action],
      ...story,
      arrange: (twin) => {
        const { state } = twin.world;
        Object.assign(state.switches, story.switches);
        for (const site of state.platform.sites) Object.assign(site, { owner: people.alex });
        state.faults.push(...(story.faults ?? []));
        arrange?.(twin);
      },
    },
    then,
  );
}

const siteOf = ({ world }: Twin): Site => {
  const [site] = world.state.platform.sites;
  if (!site) throw new Error('There is a site.');
  return site;
};
const ids = ({ said }: Ended) => said.map(({ id }) => id);

/** Somebody does it on Microsoft’s page. */
const byHand =
  (act: (on: { twin: Twin; environment: Environment; site: Site }) => unknown) =>
  (twin: Twin, looks: number): void => {
    const { environments: all } = twin.world.state.platform;
    const environment = all.find(({ id }) => id === environments.production);
    if (looks === 2 && environment) act({ twin, environment, site: siteOf(twin) });
  };
const alexIn = ({ world }: Twin): Persona => {
  const alex = world.state.directory.people.find(({ userName }) => userName.startsWith('alex@'));
  if (!alex) throw new Error('Contoso has Alex.');
  return alex;
};

describe('converting', () => {
  test.each([
    {},
    { operationAddress: 'relative' },
    { operationAddress: 'without-version' },
    { convertingSite: 'OperationInProgress' },
  ] as const)('asks once, and the list says when it is done: %o', (switches) =>
    play('convert-site', { switches }, (ended) => {
      expect([ended.problem, ended.sent('convertToProduction')]).toEqual([undefined, 1]);
      expect(siteOf(ended.twin).type).toBe('Production');
      expect(ids(ended)).toEqual(['convert-site.asked']);
      expect(ended.left).toEqual([]);
    }),
  );

  test('a site that was suspended yesterday is converted and answers again', () =>
    play('convert-site', { arrange: ({ world }): void => world.clock.jump(79 * days) }, (ended) => {
      expect([ended.problem, siteOf(ended.twin).type]).toEqual([undefined, 'Production']);
    }));

  test.each(['refused', 'joined'] as const)(
    'after a lost answer it is found in the list, and nothing is sent again (a second one %s)',
    (secondConversion) =>
      play(
        'convert-site',
        {
          switches: { secondConversion },
          faults: [{ kind: 'answer-lost', count: 1, endpoint: 'convertToProduction' }],
        },
        (ended) => {
          expect([ended.problem, siteOf(ended.twin).type]).toEqual([undefined, 'Production']);
          const { operations } = ended.twin.world.state.platform;
          expect(operations.filter(({ kind }) => kind === 'convert-site')).toHaveLength(1);
        },
      ),
  );

  test('a late failure is told with Microsoft’s words', () =>
    play(
      'convert-site',
      { faults: [{ kind: 'operation-fails', count: 1, endpoint: 'convertToProduction' }] },
      ({ problem, left }) => {
        expect(problem?.record).toMatchObject({
          code: 'action-failed',
          upstream: { code: 'D002', message: 'The website could not be converted.' },
        });
        expect(left.map(({ undo }) => undo)).toEqual(['impossible', 'impossible']);
      },
    ));

  test.each([
    [
      'somebody else’s site',
      'A014',
      (twin: Twin): void => void Object.assign(siteOf(twin), { owner: people.mona }),
    ],
    [
      'no capacity, where that is asked',
      'A083',
      ({ world }: Twin): void => {
        world.state.switches.conversionWithoutCapacity = 'refused';
        world.state.platform.allocations[environments.production]?.splice(0);
        delete world.state.platform.billing[environments.production];
      },
    ],
    [
      'a developer environment',
      'A081',
      ({ world }: Twin): void => {
        const found = world.state.platform.environments.find(({ id }) => id === environments.production);
        if (found) found.sku = 'Developer';
      },
    ],
  ] as const)('%s: refused with %s, as Microsoft said it', (_, code, arrange) =>
    play('convert-site', { arrange }, ({ problem, sent }) => {
      expect(problem?.record.upstream?.code).toBe(code);
      expect(sent('convertToProduction')).toBe(0);
    }),
  );

  test('what is a production site already is left alone', () =>
    play('convert-site', { arrange: (twin) => void (siteOf(twin).type = 'Production') }, (ended) => {
      expect([ended.problem, ended.sent('convertToProduction')]).toEqual([undefined, 0]);
      expect(ids(ended)).toEqual(['convert-site.adopted']);
    }));

  test('by hand it is noticed by the list; the guide has the documented words', () =>
    play(
      'convert-site',
      {
        driver: 'guided',
        meanwhile: byHand(({ twin, environment, site }) =>
          convertSite(twin.world, alexIn(twin), environment, site),
        ),
      },
      ({ problem, guide, twin }) => {
        expect([problem, siteOf(twin).type]).toEqual([undefined, 'Production']);
        expect(guide.link).toMatch(/\/resources\/portals$/);
        expect(guide.steps.map(({ id }) => id.split('.').at(-1))).toEqual(['manage', 'convert', 'confirm']);
      },
    ));
});

describe('showing and hiding', () => {
  const production = (twin: Twin) => void (siteOf(twin).type = 'Production');

  test.each(['at-once', 'after-restart'] as const)('asks once, whether it reads %s', (newVisibility) =>
    play('publish-site', { switches: { newVisibility }, arrange: production }, (ended) => {
      expect([ended.problem, ended.sent('updateSiteVisibility')]).toEqual([undefined, 1]);
      expect(siteOf(ended.twin).visibility).toBe('public');
    }),
  );

  test('a lost answer: seen in the list, and not sent again', () =>
    play(
      'publish-site',
      { faults: [{ kind: 'answer-lost', count: 1, endpoint: 'updateSiteVisibility' }], arrange: production },
      (ended) => {
        expect([ended.problem, ended.sent('updateSiteVisibility')]).toEqual([undefined, 1]);
        expect(ids(ended)).toEqual(['publish-site.already']);
      },
    ));

  test('a trial that the tenant keeps private is refused, and stays so', () =>
    play('publish-site', {}, ({ problem, twin }) => {
      expect(problem?.record.upstream).toMatchObject({ status: 403, code: 'D015' });
      expect(siteOf(twin).visibility).toBe('private');
    }));

  test('a public one is made private by hand, and noticed', () =>
    play(
      'hide-site',
      {
        driver: 'guided',
        arrange: (twin) => void Object.assign(siteOf(twin), { visibility: 'public' }),
        meanwhile: byHand(({ twin, environment, site }) =>
          showSite(twin.world, alexIn(twin), environment, site, 'private'),
        ),
      },
      ({ problem, left }) => expect([problem, left]).toEqual([undefined, []]),
    ));
});

describe('restarting', () => {
  test('is asked for once, and waited for', () =>
    play('restart-site', {}, (ended) => {
      expect([ended.problem, ended.sent('restartWebsite')]).toEqual([undefined, 1]);
      expect(siteOf(ended.twin).away).toBeDefined();
    }));

  test('by hand it is noticed while the site is away, and never without', () =>
    play(
      'restart-site',
      {
        driver: 'guided',
        meanwhile: byHand(({ twin, site }) => restartSite(twin.world, alexIn(twin), site)),
      },
      ({ problem, twin }) => {
        expect(problem).toBeUndefined();
        expect(siteOf(twin).away).toBeDefined();
      },
    ));
});

describe('deleting the host', () => {
  test('leaves the record and the pages, and is asked for once', () =>
    play('delete-site-host', {}, (ended) => {
      expect([ended.problem, ended.sent('deleteWebsite')]).toEqual([undefined, 1]);
      const [organization] = ended.twin.world.state.dataverse.organizations;
      expect(organization?.tables['adx_webpages']).toContainEqual(
        expect.objectContaining({ adx_partialurl: '/' }),
      );
      expect(ended.left).toEqual([]);
    }));

  test('a lost answer: the list says that it goes, and nothing is sent again', () =>
    play(
      'delete-site-host',
      { faults: [{ kind: 'answer-lost', count: 1, endpoint: 'deleteWebsite' }] },
      (ended) => {
        expect([ended.problem, ended.sent('deleteWebsite')]).toEqual([undefined, 1]);
        expect(ids(ended)).toEqual(['delete-site-host.adopted']);
      },
    ));

  test('a late failure is told, and the site is still there', () =>
    play(
      'delete-site-host',
      { faults: [{ kind: 'operation-fails', count: 1, endpoint: 'deleteWebsite' }] },
      ({ problem, left }) => {
        expect(problem?.record).toMatchObject({ code: 'action-failed', upstream: { code: 'D002' } });
        expect(left).toHaveLength(3);
      },
    ));

  test('by hand it is noticed', () =>
    play(
      'delete-site-host',
      {
        driver: 'guided',
        meanwhile: byHand(({ twin, environment, site }) =>
          deleteSite(twin.world, alexIn(twin), environment, site),
        ),
      },
      ({ problem, left }) => expect([problem, left]).toEqual([undefined, []]),
    ));
});
