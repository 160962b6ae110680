import type { WatchedSite } from '@portico/contract/watching';
import { ApiProblem } from '../data/api-problem.ts';
import { WatchedSites } from '../parts/watched-sites.tsx';
import type { WatchedRowProps } from '../parts/watched-row.tsx';
import type { Exhibit } from './exhibit.ts';

const fingerprint = '5c0f1a9be3d2'.repeat(6).slice(0, 64);
const newer: NonNullable<WatchedSite['newer']> = {
  id: 'template-1',
  fingerprint: 'a04e77c1b90d'.repeat(6).slice(0, 64),
  name: 'Customer Portal reference',
  from: 'site',
  seen: '2026-11-02T08:00:00.000Z',
  setUp: 'Fabrikam Residences',
  touched: 0,
};
const stands: WatchedSite['stands'] = {
  fingerprint,
  by: 'made',
  since: '2026-03-04T08:00:00.000Z',
  made: '2026-03-04T08:00:00.000Z',
};
const looked = '2026-10-12T08:00:00.000Z';

const moved: readonly WatchedSite[] = [
  { run: 'adatum', title: 'Adatum', stands, looked, newer },
  {
    run: 'contoso',
    title: 'Contoso',
    stands: { ...stands, by: 'taken-over', name: 'customer-portal-9.json' },
    looked,
    newer: { ...newer, from: 'folder', touched: 2 },
    compared: true,
  },
  { run: 'northwind', title: 'Northwind Traders', stands: { ...stands, by: 'unknown' }, newer },
  { run: 'tailspin', title: 'Tailspin Toys', stands, looked, newer },
];
const still: readonly WatchedSite[] = [
  { run: 'fabrikam', title: 'Fabrikam Residences', stands: { ...stands, since: newer.seen }, looked },
];
const none = { create: 0, update: 0, link: 0, deactivate: 0, reactivate: 0 };
const counts = {
  adatum: { looked, writes: { ...none, create: 2, update: 14, deactivate: 1 }, decide: 9 },
  contoso: { looked, writes: none, decide: 0 },
  tailspin: { looked, writes: { ...none, create: 3, update: 14 }, decide: 0 },
};

const exhibit = (
  id: string,
  title: string,
  shown: { readonly sites: readonly WatchedSite[]; readonly others?: number },
  predict: WatchedRowProps['predict'] = async (run) => counts[run as keyof typeof counts],
): Exhibit => ({
  id,
  title,
  draw: () => (
    <>
      <h1>{title}</h1>
      <WatchedSites
        sites={[...shown.sites]}
        others={shown.others ?? 0}
        ways={{ consentLink: '#', go: () => undefined }}
        predict={predict}
        hrefOf={() => '#'}
      />
    </>
  ),
});

export const watchingExhibits: readonly Exhibit[] = [
  exhibit('updates', 'Updates across customers', { sites: [...moved, ...still], others: 3 }),
  exhibit('updates-none', 'Updates across customers: no site is kept yet', { sites: [], others: 1 }),
  exhibit('updates-still', 'Updates across customers: nothing is newer', { sites: still }),
  exhibit(
    'updates-predicting',
    'Updates across customers: being worked out',
    { sites: moved.slice(0, 1) },
    () => new Promise(() => undefined),
  ),
  exhibit(
    'updates-failed',
    'Updates across customers: can’t be worked out',
    { sites: moved.slice(0, 1) },
    async () => {
      throw new ApiProblem(409, { code: 'sites-incomparable', values: { differ: 'language' } });
    },
  ),
];
