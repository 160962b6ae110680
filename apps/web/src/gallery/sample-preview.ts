import type { UpdatePreview } from '@portico/contract/update';
import { drawBoth } from '@portico/merge/draw/draw-record';
import type { SiteRecord } from '@portico/merge/record';
import { guid } from './sample-update-records.ts';

const [home, body, site, english] = [guid(600), guid(601), guid(602), guid(603)];
const row = (
  table: string,
  id: string,
  fields: SiteRecord['fields'],
  refs: SiteRecord['refs'] = {},
): SiteRecord => ({ table, id, fields, refs, sets: {} });

/** A page with all that a drawing marks or leaves out, and its style. */
const records = (greeting: string, css: string): readonly SiteRecord[] => [
  row('adx_portallanguage', guid(605), { adx_languagecode: 'en-US' }),
  row('adx_websitelanguage', english, {}, { adx_portallanguageid: guid(605) }),
  row('adx_website', site, { adx_name: 'Contoso' }, { adx_defaultlanguage: english }),
  row('adx_webtemplate', body, {
    adx_name: 'Body',
    adx_source:
      '<main><h1>{{ page.title }}</h1>{{ page.adx_copy }}{% entitylist name:"Orders" %}{% endentitylist %}</main>',
  }),
  row(
    'adx_pagetemplate',
    guid(604),
    { adx_name: 'Shown', adx_type: 756_150_001 },
    { adx_webtemplateid: body },
  ),
  row(
    'adx_webpage',
    home,
    {
      adx_name: 'Home',
      adx_title: 'Home',
      adx_partialurl: '/',
      adx_copy: `<p class="welcome">${greeting}</p><p><a href="/orders">Your orders</a></p><img src="/logo.png" alt="Contoso">{% entityform name: "Contact us" %}<script>alert(1)</script>`,
      adx_customcss: css,
    },
    { adx_pagetemplateid: guid(604), adx_webpagelanguageid: english },
  ),
];

/** Drawn as the API draws it. */
export const drawn: UpdatePreview = {
  id: home,
  open: 0,
  ...(await drawBoth(
    {
      before: records('Welcome to Contoso', '.welcome { color: #333; }'),
      after: records('Welcome, customer', '.welcome { color: #0b5a32; font-weight: 600; }'),
    },
    home,
    new Date('2026-11-27T08:00:00.000Z'),
  )),
};
