import type { UpdateCell, UpdateRecordDetail } from '@portico/contract/update';
import type { Cell, CellKind, Value } from '@portico/merge/canonical/content';
import { suggest } from '@portico/merge/text/suggest';
import { mergeCell } from '@portico/merge/values/merge-cell';
import { guid, ids } from './sample-update-records.ts';

const cellOf = (kind: CellKind, value: Value | undefined): Cell | undefined =>
  value === undefined ? undefined : { kind, value, same: JSON.stringify(value) };

type Three = readonly [base: Value | undefined, ours: Value | undefined, theirs: Value | undefined];

/** One cell, merged as the API merges it. */
function cell(
  name: string,
  kind: CellKind,
  [base, ours, theirs]: Three,
  names: UpdateCell['names'] = {},
): UpdateCell {
  const merged = mergeCell(cellOf(kind, base), cellOf(kind, ours), cellOf(kind, theirs));
  const conflicts =
    merged.state === 'conflict' ? (merged.regions?.filter((region) => region.kind === 'conflict') ?? []) : [];
  return {
    name,
    merged,
    names,
    shown: name,
    ...(merged.state === 'conflict' ? {} : { becomes: { value: merged.value ?? null } }),
    ...(conflicts.length > 0 ? { suggestions: conflicts.map((one) => suggest(one) ?? null) } : {}),
  };
}

const page = (greeting: string, link: string, foot: string, more = '') =>
  [
    '<section class="welcome">',
    `  <h1>${greeting}</h1>`,
    '  {% if user %}',
    `    <a href="${link}">Your orders</a>`,
    '  {% endif %}',
    '</section>',
    ...(more ? [more] : []),
    '<footer>',
    '  {% include "contact" %}',
    `  <p>${foot}</p>`,
    '</footer>',
  ].join('\n');

export const home: UpdateRecordDetail = {
  id: ids.home,
  table: 'adx_webpage',
  title: 'Home',
  cells: [
    cell('adx_copy', 'liquid', [
      page('Welcome', '/orders', 'Contoso Ltd'),
      page('Welcome to Contoso', '/orders?view=open', 'Contoso Ltd, Copenhagen'),
      page('Welcome, {{ user.firstname }}', '/orders', 'Contoso Ltd', '<div id="news"></div>').replace(
        'Your orders',
        'Order history',
      ),
    ]),
    cell('adx_title', 'scalar', ['Home', 'Contoso orders', 'Customer Portal']),
    cell('adx_pagetemplateid', 'reference', [guid(501), guid(502), guid(503)], {
      [guid(501)]: 'Home',
      [guid(502)]: 'Home with banner',
      [guid(503)]: 'Home (2026)',
    }),
    cell('adx_customcss', 'style', [
      '.welcome { color: #333; }',
      '.welcome { color: #333; }',
      '.welcome {\n  color: #222;\n}',
    ]),
  ],
};

/** A value in conflict and a style sheet that goes together, both decided when they said something else. */
export const outdated: UpdateRecordDetail = {
  ...home,
  cells: home.cells
    .filter(({ name }) => name === 'adx_title' || name === 'adx_customcss')
    .map(({ becomes: _, ...each }) => ({ ...each, outdated: true })),
};

const roleNames = {
  [ids.roles.customer]: 'Customer',
  [ids.roles.representative]: 'Customer representative',
  [ids.roles.everybody]: 'Authenticated Users',
};
export const permission: UpdateRecordDetail = {
  id: ids.permission,
  table: 'adx_entitypermission',
  title: 'Sales orders of the account',
  cells: [
    cell(
      'adx_entitypermission_webrole',
      'set',
      [[ids.roles.customer], [ids.roles.customer], [ids.roles.customer, ids.roles.representative]],
      roleNames,
    ),
    cell('adx_scope', 'scalar', [756150002, 756150002, 756150000]),
    cell('adx_write', 'scalar', [undefined, undefined, true]),
  ],
};

/** The template takes a right away. */
export const narrower: UpdateRecordDetail = {
  id: ids.invoices,
  table: 'adx_entitypermission',
  title: 'Invoices of the account',
  cells: [cell('adx_delete', 'scalar', [true, true, undefined])],
};

/** Both sides have it, and nobody knows how it was at first. */
export const unknown: UpdateRecordDetail = {
  id: ids.footer,
  table: 'adx_contentsnippet',
  title: 'Footer',
  first: 'unknown',
  cells: [
    cell('adx_value', 'liquid', [
      undefined,
      '<p>Contoso Ltd, Copenhagen</p>\n<p>{{ now | date: "yyyy" }}</p>',
      '<p>{{ now | date: "yyyy" }} Contoso Ltd.</p>\n<p>All rights reserved.</p>',
    ]),
    cell('adx_displayorder', 'scalar', [undefined, 3, 4]),
  ],
};

export const setting: UpdateRecordDetail = {
  id: ids.header,
  table: 'adx_sitesetting',
  title: 'HTTP/X-Content-Type-Options',
  cells: [cell('adx_value', 'scalar', [undefined, undefined, 'nosniff'])],
};
