import { breadcrumbs, footer, header, layout, showing } from './texts/frame.ts';
import { home } from './texts/home.ts';
import { type Generation, of, type Sheet } from './sheet.ts';

const state = of('adx_publishingstate');
const role = of('adx_webrole');
const template = of('adx_webtemplate');
const pageTemplate = of('adx_pagetemplate');

/** In the order of the documentation (customer-portal-user-admin). */
export const roles = ['Administrator', 'Customer representative', 'Authorized users', 'Unauthorized users'];

const templates: Readonly<Record<string, (generation: Generation) => string>> = {
  Home: home,
  Header: header,
  Footer: footer,
  'Layout 1 Column': layout,
  Breadcrumbs: breadcrumbs,
  'Page title': () => `<h1>{% editable page 'adx_title' type: 'text', title: true %}</h1>\n`,
  'Page copy': () => `{% editable page 'adx_copy' type: 'html', liquid: true %}\n`,
  'Create order': () => showing("{% webform name: 'Create order' %}"),
  Orders: () => showing("{% entitylist name: 'Orders' %}{% include 'Empty list' %}{% endentitylist %}"),
  'Order details': () => showing("{% entityform name: 'Order details' %}"),
  Account: () => showing("{% entityform name: 'Account information' %}"),
  Contacts: () => showing("{% entitylist name: 'Contacts' %}{% include 'Empty list' %}{% endentitylist %}"),
  'Empty list': () => `<p class="empty">{{ snippets['list/empty'] | default: 'Nothing is here yet.' }}</p>\n`,
  'Access denied': () => showing("<p>{{ snippets['Access denied/Text'] }}</p>"),
};

/** Page templates, and the web template that each shows; one is a page of the product's own. */
const pageTemplates: readonly (readonly [name: string, webTemplate: string])[] = [
  ['Home', 'Home'],
  ['Page', 'Layout 1 Column'],
  ['Create order', 'Create order'],
  ['Orders', 'Orders'],
  ['Order details', 'Order details'],
  ['Account', 'Account'],
  ['Contacts', 'Contacts'],
  ['Access denied', 'Access denied'],
];

/** What the rest refers to. */
export const foundation = (generation: Generation): readonly Sheet[] => [
  state('Published', {
    adx_name: 'Published',
    adx_isvisible: true,
    adx_isdefault: true,
    adx_displayorder: 1,
  }),
  state('Draft', { adx_name: 'Draft', adx_isvisible: false, adx_isdefault: false, adx_displayorder: 2 }),
  ...roles.map((name) =>
    role(name, {
      adx_name: name,
      adx_authenticatedusersrole: false,
      adx_anonymoususersrole: name === 'Unauthorized users',
    }),
  ),
  ...Object.entries(templates).map(([name, source]) =>
    template(name, { adx_name: name, adx_source: source(generation) }),
  ),
  ...pageTemplates.map(([name, webTemplate]) =>
    pageTemplate(
      name,
      { adx_name: name, adx_type: 756150001, adx_isdefault: name === 'Page' },
      { adx_webtemplateid: `adx_webtemplate/${webTemplate}` },
    ),
  ),
  pageTemplate('Profile', { adx_name: 'Profile', adx_rewriteurl: '~/Areas/Portal/Pages/Profile.aspx' }),
  pageTemplate('Search', { adx_name: 'Search', adx_rewriteurl: '~/Pages/Search.aspx' }),
];
