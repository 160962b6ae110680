// What counts as a page that is shown, from what a site answers; the rest of this check is in judge.test.ts.
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { expect, test } from 'vitest';
import type { Targets } from '../targets/targets.ts';
import siteHome from './site-home.ts';

const site = {
  subdomain: 'contoso-orders',
  websiteUrl: 'https://contoso-orders.example',
  websiteRecordId: '11111111-1111-4111-8111-111111111111',
  siteVisibility: 'public',
};

const observe = (seen: { status: number; page?: string }) =>
  siteHome.observe({
    answers: { 'portal-site': { name: 'Orders', subdomain: 'contoso-orders', language: 1033 } },
    cloud: twinCloud(1, 1),
    environment: () => Promise.resolve({ name: 'production' }),
    sites: () => Promise.resolve([site]),
    rows: ({ set }: { set: string }) =>
      Promise.resolve(
        set === 'adx_webpages' ? [{ _adx_publishingstateid_value: 'p' }] : [{ adx_publishingstateid: 'p' }],
      ),
    probe: () => Promise.resolve(seen),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what this check reaches, and no more
  } as unknown as Targets);

test.each([
  [{ status: 200, page: '<html><head><title>Orders</title></head><body></body></html>' }, 'ok'],
  [
    { status: 200, page: '<html><title>Orders</title>Liquid error: Exception has been thrown</html>' },
    'warn',
  ],
  [{ status: 200, page: '' }, 'warn'],
  [{ status: 200 }, 'warn'],
  [{ status: 404, page: '<title>Page not found</title>' }, 'warn'],
] as const)('%j: %s', async (seen, state) => {
  expect(siteHome.judge(await observe(seen)).state).toBe(state);
});
