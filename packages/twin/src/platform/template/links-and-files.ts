import { picture, script, theme } from './texts/files.ts';
import { either, type Generation, of, type Sheet } from './sheet.ts';

/** Link sets, each with the pages that it leads to, in their order. */
const sets = (
  generation: Generation,
): Readonly<Record<string, readonly (readonly [name: string, page: string])[]>> => ({
  'Primary navigation': either<readonly (readonly [string, string])[]>(
    generation,
    [
      ['Home', 'home'],
      ['Create order', 'create-order'],
      ['Orders', 'orders'],
      ['Account information', 'account'],
      ['Contacts', 'contacts'],
    ],
    [
      ['Home', 'home'],
      ['Orders', 'orders'],
      ['Create order', 'create-order'],
      ['Account information', 'account'],
      ['Contacts', 'contacts'],
      ['Help', 'help'],
    ],
  ),
  'Profile navigation': [
    ['Profile', 'profile'],
    ['Account information', 'account'],
  ],
  Footer: [
    ['Terms', 'terms'],
    ['Company information', 'company-info'],
    ['Search', 'search'],
  ],
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const files = (generation: Generation): readonly (readonly [name: string, type: string, body: string])[] => [
  ['theme.css', 'text/css', base64(theme(generation))],
  ['portal.js', 'text/javascript', base64(script(generation))],
  ['logo.png', 'image/png', picture],
];

const linkSet = of('adx_weblinkset');
const link = of('adx_weblink');
const file = of('adx_webfile');
const note = of('annotation');
const published = { adx_publishingstateid: 'adx_publishingstate/Published' };

export const linkAndFileSheets = (generation: Generation): readonly Sheet[] => [
  ...Object.entries(sets(generation)).flatMap(([name, links]) => [
    linkSet(
      name,
      { adx_name: name, adx_display_name: name },
      { ...published, adx_websitelanguageid: 'adx_websitelanguage/base' },
    ),
    ...links.map(([title, page], index) =>
      link(
        `${name}/${page}`,
        { adx_name: title, adx_displayorder: index + 1 },
        { ...published, adx_weblinksetid: `adx_weblinkset/${name}`, adx_pageid: `adx_webpage/${page}` },
      ),
    ),
  ]),
  ...files(generation).flatMap(([name, mimetype, documentbody]) => [
    file(
      name,
      { adx_name: name, adx_partialurl: name },
      { ...published, adx_parentpageid: 'adx_webpage/home' },
    ),
    note(
      name,
      {
        filename: name,
        mimetype,
        documentbody,
        isdocument: true,
        objecttypecode: 'adx_webfile',
        filesize: Buffer.byteLength(documentbody, 'base64'),
      },
      { objectid: `adx_webfile/${name}` },
    ),
  ]),
];
