import type { Row } from '../../world/dataverse.ts';

/** What a customised site has beyond its template; lookups by the name of the row, `~` before those of its own. */
export interface Own {
  readonly set: string;
  readonly key: string;
  readonly columns: Row;
  readonly refs?: Readonly<Record<string, readonly [set: string, name: string]>>;
}

const login = 'Authentication/OpenIdConnect/ContosoLogin';
/** A sign-in of Contoso's own; the secret is made up. */
const settings: Readonly<Record<string, string>> = {
  [`${login}/Authority`]: 'https://login.contoso.example/',
  [`${login}/ClientId`]: 'portal',
  [`${login}/ClientSecret`]: 'synthetic-secret-of-the-twin',
  [`${login}/RedirectUri`]: 'https://orders.contoso.example/signin-contoso',
  'Contoso/Banner/Enabled': 'true',
};

const shared = { adx_name: 'Downloads', adx_partialurl: 'downloads', adx_displayorder: 20 };
const refs = {
  adx_parentpageid: ['adx_webpages', 'Home'],
  adx_pagetemplateid: ['adx_pagetemplates', 'Page'],
  adx_publishingstateid: ['adx_publishingstates', 'Published'],
} as const;
const language = ['adx_websitelanguages', 'English'] as const;

export const ownRows: readonly Own[] = [
  { set: 'adx_webpages', key: 'Downloads', columns: { ...shared, adx_isroot: true }, refs },
  {
    set: 'adx_webpages',
    key: 'Downloads/content',
    columns: {
      ...shared,
      adx_isroot: false,
      adx_title: 'Downloads',
      adx_copy:
        '<p>{{ snippets[\'Contoso/Banner\'] }}</p>\r\n<ul>\r\n  <li><a href="/truck.png">Our truck</a></li>\r\n</ul>\r\n',
    },
    refs: { ...refs, adx_rootwebpageid: ['~adx_webpages', 'Downloads'], adx_webpagelanguageid: language },
  },
  {
    set: 'adx_contentsnippets',
    key: 'Contoso/Banner',
    columns: { adx_name: 'Contoso/Banner', adx_value: 'Free delivery in December', adx_type: 756150000 },
    refs: { adx_contentsnippetlanguageid: language },
  },
  ...Object.entries(settings).map(([adx_name, adx_value]) => ({
    set: 'adx_sitesettings',
    key: adx_name,
    columns: { adx_name, adx_value },
  })),
];
