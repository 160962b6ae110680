import { msg, text } from '@portico/plan/text';
import { getSite, recordOf, sitesPage } from '../targets/portal-site.ts';
import { lastVisit } from '../targets/portal-visits.ts';
import { textOf } from '../targets/text-of.ts';
import { defineCheck } from './define-check.ts';
import { visitSeen } from './portal-visit.ts';

const shown = msg({ id: 'site-home.ok', defaultMessage: 'The home page is shown: {url}.' });
const hidden = msg({
  id: 'site-home.private',
  defaultMessage:
    'The site is private: its home page is shown only to people who sign in, and not to Portico.',
});
const visited = msg({
  id: 'site-home.visited',
  defaultMessage: '{name} was on the portal, and so met its pages. To Portico a private site shows none.',
});
const there = msg({
  id: 'site-home.there',
  defaultMessage: 'Its home page is in Dataverse, active and published.',
});
const missing = msg({
  id: 'site-home.missing',
  defaultMessage: 'The site has no home page that is active and published.',
});
const broken = msg({
  id: 'site-home.broken',
  defaultMessage: 'The home page isn’t shown as it should be ({status}).',
});
const cause = msg({
  id: 'site-home.cause',
  defaultMessage: 'The address answers all the same; visitors see an error instead of the portal.',
});
const look = msg({
  id: 'site-home.remedy.look',
  defaultMessage:
    'Open the site and sign in with your own account: the home page must show the portal’s tiles, among them the one for a new order.',
});
const publish = msg({
  id: 'site-home.remedy.publish',
  defaultMessage:
    'In Power Pages, open the site’s menu “…”, “Power Pages Management”, “Web Pages”: activate the page with the partial URL “/”, and set its publishing state to “Published”.',
});
const restart = msg({
  id: 'site-home.remedy.restart',
  defaultMessage:
    'Then open the site. If it still shows an error, restart it in the Power Platform admin centre and wait two minutes.',
});

/** A page, whole and without the words that Power Pages puts where a template fails. */
const renders = ({ status, page = '' }: { status: number; page?: string }): boolean =>
  status === 200 && /<title[\s>]/i.test(page) && !/liquid error/i.test(page);

/** The first page: as everybody sees it where the site is public; elsewhere its record, and who was there. */
export default defineCheck({
  title: msg({ id: 'site-home.title', defaultMessage: 'The home page is shown' }),
  why: msg({
    id: 'site-home.why',
    defaultMessage: 'A site can answer and still show nothing that a customer could use.',
  }),
  owner: 'environment-admin',
  after: ['site-answers', 'site-standard-model'],
  observe: async (targets) => {
    const site = await getSite(targets);
    const url = site.websiteUrl ?? '';
    const own = `_adx_websiteid_value eq ${recordOf(site)} and statecode eq 0`;
    const [pages, states, seen, visit, link] = await Promise.all([
      targets.rows({
        set: 'adx_webpages',
        $select: 'adx_webpageid,_adx_publishingstateid_value',
        $filter: `${own} and adx_partialurl eq '/'`,
      }),
      targets.rows({
        set: 'adx_publishingstates',
        $select: 'adx_publishingstateid',
        $filter: `${own} and adx_isvisible eq true`,
      }),
      targets.probe(url),
      lastVisit(targets, site),
      sitesPage(targets),
    ]);
    const visible = new Set(states.map((row) => textOf(row['adx_publishingstateid'])));
    return {
      url,
      link,
      visit,
      published: pages.some((page) => visible.has(textOf(page['_adx_publishingstateid_value']))),
      public: /^public$/i.test(site.siteVisibility ?? ''),
      status: seen.status,
      renders: renders(seen),
    };
  },
  judge: ({ url, link, visit, published, status, ...site }) => {
    if (!published)
      return {
        state: 'warn',
        says: text(missing),
        cause: text(cause),
        remedy: { owner: 'environment-admin', steps: [text(publish), text(restart)], link },
      };
    if (site.renders) return { state: 'ok', says: text(shown, { url }) };
    if (site.public)
      return {
        state: 'warn',
        says: text(broken, { status }),
        cause: text(cause),
        remedy: { owner: 'environment-admin', steps: [text(publish), text(restart)], link },
      };
    const details = [{ state: 'proved', says: text(there) }] as const;
    if (visit)
      return {
        state: 'ok',
        says: text(visited, { name: visit.name }),
        details: [visitSeen(visit), ...details],
      };
    return {
      state: 'unknown',
      says: text(hidden),
      problem: { code: 'not-readable' },
      remedy: { owner: 'you', steps: [text(look)], link: url },
      details,
    };
  },
});
