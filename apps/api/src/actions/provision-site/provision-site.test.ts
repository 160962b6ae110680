// Creating the portal in the twin: what Microsoft may do meanwhile, and that nothing is sent twice.
import type { ProblemCode } from '@portico/contract/problems';
import { createSite } from '@portico/twin/platform/create-site';
import { environments, organizations } from '@portico/twin/scenarios/contoso/ids';
import type { Twin } from '@portico/twin/twin';
import { describe, expect, test } from 'vitest';
import { paceOfTests } from '../test-support/acting.ts';
import { type Ended, tell } from '../test-support/provision-in-twin.ts';

const ids = ({ said }: Ended) => said.map(({ id }) => id);
const sites = ({ twin }: Ended) => twin.world.state.platform.sites;
const faulty = (fault: Twin['world']['state']['faults'][number]) => (twin: Twin) =>
  void twin.world.state.faults.push(fault);

/** Somebody creates a site on Microsoft’s page. */
function byHand({ world }: Twin, subdomain: string, templateName = 'CustomerPortal'): void {
  const alex = world.state.directory.people.find(({ userName }) => userName.startsWith('alex@'));
  if (!alex) throw new Error('Contoso has Alex.');
  createSite(world, alex, environments.production, {
    dataverseOrganizationId: organizations.production,
    name: 'By hand',
    subdomain,
    selectedBaseLanguage: 1033,
    templateName,
  });
}

test('created, asked for once, and what it brought to Dataverse is written down', () =>
  tell({}, (ended) => {
    expect([ended.problem, ended.created]).toEqual([undefined, 1]);
    expect(ids(ended)).toEqual(['provision-site.asked', 'provision-site.solutions']);
    const { solutions } = ended.said.at(-1)?.values ?? {};
    expect(solutions).toMatch(/^MicrosoftPortalBase \d+(\.\d+)+, MicrosoftSupplyChain\w+ \d+(\.\d+)+$/);
  }));

describe.each(['absolute', 'relative', 'without-version'] as const)(
  'an operation with an %s address',
  (form) => {
    test('tells why it failed: code, words and correlation id as they came', () =>
      tell(
        {
          arrange: (twin) => {
            twin.world.state.switches.operationAddress = form;
            faulty({ kind: 'operation-fails', count: 1 })(twin);
          },
        },
        ({ problem, created }) => {
          expect(problem?.record).toMatchObject({
            code: 'action-failed',
            values: { cause: 'site-error.not-shown' },
            upstream: {
              code: 'D001',
              message: 'The website could not be provisioned.',
              correlation: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
            },
          });
          expect(created).toBe(1);
        },
      ));
  },
);

describe('the list is the second witness', () => {
  test.each(['server-error', 'wrong-shape', 'truncated'] as const)('when the operation answers %s', (kind) =>
    tell(
      { arrange: faulty({ kind, count: 1000, service: 'Power Pages', endpoint: 'getOperation' }) },
      ({ problem, created }) => expect([problem, created]).toEqual([undefined, 1]),
    ),
  );

  test('and tells of the failure when the operation doesn’t', () =>
    tell(
      {
        arrange: (twin) => {
          faulty({ kind: 'server-error', count: 1000, endpoint: 'getOperation' })(twin);
          faulty({ kind: 'operation-fails', count: 1 })(twin);
        },
      },
      ({ problem }) =>
        expect(problem?.record).toMatchObject({
          code: 'action-failed',
          upstream: { message: 'status: OperationFailed, packageInstallStatus: InstallFailed' },
        }),
    ));
});

test.each(['echoed', 'DefaultPortalTemplate'] as const)(
  'after a lost answer it is found by its address, with the template reading %s, and nothing is sent again',
  (templateName) =>
    tell(
      {
        arrange: (twin) => {
          twin.world.state.switches.templateName = templateName;
          faulty({ kind: 'answer-lost', count: 1, endpoint: 'createWebsite' })(twin);
          faulty({ kind: 'stale-reads', count: 2, seconds: 300 })(twin);
        },
      },
      (ended) => {
        expect([ended.problem, ended.created]).toEqual([undefined, 1]);
        expect(ids(ended)).toContain('provision-site.adopted');
      },
    ),
);

test('after a lost request nothing shows up for as long as Microsoft’s list may lag, and it is asked once more', () =>
  tell({ arrange: faulty({ kind: 'reset', count: 1, endpoint: 'createWebsite' }) }, (ended) => {
    expect([ended.problem, ended.created]).toEqual([undefined, 1]);
    expect(ids(ended)).toContain('provision-site.asked');
  }));

test('a site that failed before is no obstacle: another one is asked for', () =>
  tell(
    {
      arrange: (twin) => {
        faulty({ kind: 'operation-fails', count: 1 })(twin);
        byHand(twin, 'contoso-portal');
        twin.world.clock.jump(3_600_000);
      },
    },
    (ended) => {
      expect([ended.problem, ended.created]).toEqual([undefined, 1]);
      expect(ids(ended)).toContain('provision-site.asked');
    },
  ));

describe('ended in the middle, and begun anew while Microsoft’s list doesn’t show the site', () => {
  const lagging = (twin: Twin) => {
    faulty({ kind: 'stale-reads', endpoint: 'listWebsites', count: 100, seconds: 60 })(twin);
    byHand(twin, 'contoso-portal');
  };
  const failed = (code: ProblemCode) => ({ outcome: 'failed', problem: { code } }) as const;
  const before =
    (wrote: number, ended: ReturnType<typeof failed> | { outcome: 'cancelled' }, later = 0) =>
    (twin: Twin) => {
      const at = new Date(twin.world.clock.now().getTime() + later).toISOString();
      const about = {
        action: 'provision-site',
        key: 'a',
        driver: 'automatic',
        changes: [],
        by: null,
      } as const;
      const went = { id: 'a', startedAt: at, said: [], cancelling: true, handOffs: {} };
      return { a: { ...about, ...went, wrote, finished: { ...ended, at } } };
    };

  test.each([
    ['cancelled', { outcome: 'cancelled' }],
    ['without an answer', failed('outcome-unknown')],
  ] as const)('%s: it is waited for and gone on with', (_, ended) =>
    tell({ arrange: lagging, before: before(1, ended) }, ({ problem, created, said }) => {
      expect([problem, created]).toEqual([undefined, 0]);
      expect(said.map(({ id }) => id)).toContain('provision-site.adopted');
    }),
  );

  test('an old failure that is listed all along isn’t what is waited for', () =>
    tell(
      {
        arrange: (twin) => {
          faulty({ kind: 'operation-fails', count: 1 })(twin);
          // Microsoft lets a new try take the place of one of its template.
          byHand(twin, 'contoso-portal', 'FAQ');
          twin.world.clock.jump(3_600_000);
          lagging(twin);
        },
        // An hour of the twin’s, by our clock.
        before: before(1, failed('outcome-unknown'), 3_600_000 / paceOfTests),
      },
      ({ problem, created, said }) => {
        expect([problem, created]).toEqual([undefined, 0]);
        expect(said.map(({ id }) => id)).toContain('provision-site.adopted');
      },
    ));

  test.each([
    ['nothing was written', 0, { outcome: 'cancelled' }],
    ['Microsoft said what became of it', 1, failed('action-failed')],
  ] as const)('where %s nothing is waited for', (_, wrote, ended) =>
    tell({ arrange: lagging, before: before(wrote, ended) }, ({ problem }) => {
      expect(problem?.record.upstream).toMatchObject({ code: 'A033' });
    }),
  );
});

test('the site that has this address is adopted', () =>
  tell({ scenario: 'site-exists', decision: { subdomain: 'contoso-orders' } }, (ended) => {
    expect([ended.problem, ended.created]).toEqual([undefined, 0]);
    expect(ids(ended)[0]).toBe('provision-site.adopted');
    expect(ended.guide.steps.map(({ id }) => id)).toEqual(['provision-site.guide.nothing']);
  }));

test('a portal at another address is named, and nothing is sent', () =>
  tell({ scenario: 'site-exists' }, ({ problem, created }) => {
    expect(problem?.record).toMatchObject({
      code: 'site-elsewhere',
      values: { name: 'Contoso orders', url: expect.stringContaining('//contoso-orders.') as string },
    });
    expect(created).toBe(0);
  }));

describe('a former portal', () => {
  const former = (twin: Twin) => twin.world.state.dataverse.organizations[0]?.tables ?? {};
  const record = (twin: Twin) => String(former(twin)['adx_websites']?.[0]?.['adx_websiteid']);

  test.each(['automatic', 'guided'] as const)(
    'is shown again by its pages (%s), and they stay as they were',
    async (driver) => {
      let id = '';
      await tell({ scenario: 'host-deleted', arrange: (twin) => void (id = record(twin)) }, () => undefined);
      await tell(
        {
          scenario: 'host-deleted',
          driver,
          decision: { record: id, subdomain: 'contoso-orders' },
          arrange: (twin) => {
            for (const page of former(twin)['adx_webpages'] ?? []) page['adx_name'] = 'Our home';
          },
          meanwhile: ({ world }, looks) => {
            const alex = world.state.directory.people.find(({ userName }) => userName.startsWith('alex@'));
            if (driver === 'guided' && looks === 2 && alex)
              createSite(world, alex, environments.production, {
                dataverseOrganizationId: organizations.production,
                name: 'Contoso orders',
                subdomain: 'contoso-orders',
                selectedBaseLanguage: 1033,
                templateName: 'CustomerPortal',
                websiteRecordId: id,
              });
          },
        },
        (ended) => {
          expect(ended.problem).toBeUndefined();
          expect(sites(ended).map(({ websiteRecordId }) => websiteRecordId)).toEqual([id]);
          const names = former(ended.twin)['adx_webpages']?.map((page) => page['adx_name']);
          expect([...new Set(names)]).toEqual(['Our home']);
          expect(ended.guide.steps.map(({ id: step }) => step.split('.').at(-1))).toEqual([
            'inactive',
            'reactivate',
            'rename',
            'done',
          ]);
        },
      );
    },
  );

  test.each(['automatic', 'guided'] as const)(
    'that isn’t the one which a site at the address shows is nothing to wait for (%s)',
    (driver) =>
      tell(
        {
          scenario: 'site-exists',
          driver,
          decision: { subdomain: 'contoso-orders', record: '22222222-2222-4222-8222-222222222222' },
        },
        ({ problem, created }) => {
          expect(problem?.record).toMatchObject({
            code: 'site-other-pages',
            values: { url: expect.stringContaining('//contoso-orders.') as string },
          });
          expect(created).toBe(0);
        },
      ),
  );

  test.each([
    ['free', undefined],
    ['reserved', 'site-error.address-taken'],
  ] as const)('its name is %s an instant after: a switch', (side, cause) =>
    tell(
      {
        scenario: 'host-deleted',
        decision: { subdomain: 'contoso-orders' },
        arrange: ({ world }) => {
          world.state.switches.releasedNames = side;
          for (const site of world.state.platform.sites) site.deletedAt = world.clock.now().toISOString();
        },
      },
      ({ problem, created }) => {
        expect(problem?.values?.['cause']).toBe(cause);
        expect(created).toBe(cause === undefined ? 1 : 0);
      },
    ),
  );
});

test.each([
  [{ decision: { subdomain: 'fabrikam' } }, 'upstream-refused', 'site-error.address-taken', 'A033'],
  [{ decision: { subdomain: 'www' } }, 'upstream-refused', 'site-error.address-refused', 'A032'],
  [{ decision: { language: 1041 } }, 'upstream-refused', 'site-error.language-off', 'A051'],
  [{ scenario: 'no-dual-write' }, 'upstream-refused', 'site-error.dual-write-missing', 'A061'],
] as const)('%j is refused with %s, and the cause is named: %s', (story, code, cause, upstream) =>
  tell(story, ({ problem, created }) => {
    expect(problem?.record).toMatchObject({ code, values: { cause }, upstream: { code: upstream } });
    expect(created).toBe(0);
  }),
);

test('a missing dual-write that shows late has the same cause', () =>
  tell(
    {
      scenario: 'no-dual-write',
      arrange: ({ world }) => void (world.state.switches.siteCreationFails = 'late'),
    },
    ({ problem }) =>
      expect(problem?.record).toMatchObject({
        code: 'action-failed',
        values: { cause: 'site-error.dual-write-missing' },
      }),
  ));

describe('by hand', () => {
  test('it is noticed by the list', () =>
    tell(
      { driver: 'guided', meanwhile: (twin, looks) => looks === 3 && byHand(twin, 'contoso-portal') },
      (ended) => {
        expect([ended.problem, ended.created]).toEqual([undefined, 0]);
        expect(ids(ended)).toEqual(['provision-site.solutions']);
        expect(ended.guide.steps.map(({ id }) => id)).not.toContain('provision-site.guide.skip');
        expect(ended.guide.troubles?.length).toBeGreaterThan(3);
      },
    ));

  test('with another address it is noticed as well, and said', () =>
    tell(
      { driver: 'guided', meanwhile: (twin, looks) => looks === 3 && byHand(twin, 'contoso-typo') },
      ({ problem }) =>
        expect(problem?.record).toMatchObject({
          code: 'site-elsewhere',
          values: { url: expect.stringContaining('//contoso-typo.') as string },
        }),
    ));

  test('another template is waited past', () =>
    tell(
      {
        driver: 'guided',
        meanwhile: (twin, looks) => {
          if (looks === 2) byHand(twin, 'contoso-faq', 'FAQ');
          if (looks === 4) byHand(twin, 'contoso-portal');
        },
      },
      (ended) => expect([ended.problem, sites(ended).length]).toEqual([undefined, 2]),
    ));

  test('where there was never a site the guide says how to get past the first one', () =>
    tell(
      {
        driver: 'guided',
        defects: ['first-site'],
        meanwhile: (twin, looks) => looks === 1 && byHand(twin, 'contoso-portal'),
      },
      ({ guide }) => expect(guide.steps[0]?.id).toBe('provision-site.guide.skip'),
    ));
});
