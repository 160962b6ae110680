import { either, type Generation, of, type Sheet } from './sheet.ts';

interface Page {
  readonly name: string;
  /** Below home, unless it says otherwise. */
  readonly parent?: string;
  readonly url: string;
  /** `Page` when not given. */
  readonly template?: string;
  readonly copy?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly hidden?: true;
  readonly css?: string;
}

const terms = (generation: Generation) => `<h2>Orders</h2>
<p>An order that you place here is binding once we have confirmed it.</p>
<h2>Delivery</h2>
<p>${either(generation, 'We deliver within ten working days.', 'We deliver within eight working days, and tell you when it takes longer.')}</p>
<h2>Payment</h2>
<p>Invoices are due 30 days after delivery.</p>
`;

const company = (generation: Generation) => `<p>{{ snippets['Company/Name'] }}</p>
<p>{{ snippets['Company/Address'] }}</p>
${either(generation, '', "<p>{{ snippets['Company/Registration'] }}</p>\n")}`;

/** By their keys: a page is a root without text, and a page of content for the language. */
const pages = (generation: Generation): Readonly<Record<string, Page>> => ({
  home: { name: 'Home', url: '/', template: 'Home', summary: 'Orders and account at a glance.' },
  'create-order': {
    name: 'Create order',
    url: 'create-order',
    template: 'Create order',
    copy: '<p>Tell us what you need, and when.</p>\n',
  },
  orders: {
    name: 'Orders',
    url: 'orders',
    template: 'Orders',
    copy: `<p>${either(generation, 'All orders, and how far they are.', 'All orders, the newest first, and how far they are.')}</p>\n`,
    css: '.entitylist .open {\n  font-weight: 600;\n}\n',
  },
  'order-details': {
    name: 'Order details',
    parent: 'orders',
    url: 'details',
    template: 'Order details',
    hidden: true,
  },
  account: {
    name: 'Account information',
    url: 'account',
    template: 'Account',
    copy: '<p>What we know about your company.</p>\n',
  },
  contacts: {
    name: 'Contacts',
    url: 'contacts',
    template: 'Contacts',
    title: either(generation, 'Contacts', 'People who may order'),
    copy: '<p>Who may order for your company.</p>\n',
  },
  terms: { name: 'Terms', url: 'terms', copy: terms(generation) },
  'company-info': { name: 'Company information', url: 'company-info', copy: company(generation) },
  profile: { name: 'Profile', url: 'profile', template: 'Profile', hidden: true },
  search: { name: 'Search', url: 'search', template: 'Search', hidden: true },
  'access-denied': { name: 'Access denied', url: 'access-denied', template: 'Access denied', hidden: true },
  'not-found': {
    name: 'Page not found',
    url: 'page-not-found',
    copy: '<p>There is nothing at this address.</p>\n',
    hidden: true,
  },
  ...either<Readonly<Record<string, Page>>>(
    generation,
    {},
    {
      help: { name: 'Help', url: 'help', copy: '<p>How to order, step by step.</p>\n' },
      'help-orders': {
        name: 'Help with orders',
        parent: 'help',
        url: 'orders',
        copy: '<p>An order goes through three pages.</p>\n',
      },
    },
  ),
});

const webPage = of('adx_webpage');
const marker = of('adx_sitemarker');

export function pageSheets(generation: Generation): readonly Sheet[] {
  return Object.entries(pages(generation)).flatMap(([key, page], index) => {
    const shared = {
      adx_name: page.name,
      adx_partialurl: page.url,
      adx_displayorder: index + 1,
      adx_hiddenfromsitemap: page.hidden === true,
    };
    const refs = {
      adx_parentpageid: key === 'home' ? undefined : `adx_webpage/${page.parent ?? 'home'}`,
      adx_pagetemplateid: `adx_pagetemplate/${page.template ?? 'Page'}`,
      adx_publishingstateid: 'adx_publishingstate/Published',
    };
    const content = {
      ...shared,
      adx_isroot: false,
      adx_title: page.title ?? page.name,
      adx_copy: page.copy ?? null,
      adx_summary: page.summary ?? null,
      adx_customcss: page.css ?? null,
    };
    return [
      webPage(key, { ...shared, adx_isroot: true }, refs),
      webPage(`${key}/content`, content, {
        ...refs,
        adx_rootwebpageid: `adx_webpage/${key}`,
        adx_webpagelanguageid: 'adx_websitelanguage/base',
      }),
      marker(page.name, { adx_name: page.name }, { adx_pageid: `adx_webpage/${key}` }),
    ];
  });
}
