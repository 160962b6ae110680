import type { UpdatePlanFile, UpdateRecord } from '@portico/contract/update';
import { renderToStaticMarkup } from 'react-dom/server';
import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { PlanTable } from './plan-document.tsx';
import { keptRows, planRows } from './plan-rows.ts';

const at = '2026-11-27T08:00:00.000Z';
const by = { id: 'p1', tenant: 't1', name: 'Mona Berg' };
const ids = ['page', 'file', 'right', 'gone', 'header'] as const;
const plan: UpdatePlanFile = {
  title: 'Contoso <b>',
  site: 's',
  environment: 'e',
  readAt: { site: at, template: at, baseline: at },
  solutions: [],
  names: { role: 'Customer', old: 'Home', new: 'Home (2026)' },
  writes: [
    {
      number: 1,
      record: 'Home',
      where: 'Start · en',
      op: 'update',
      table: 'adx_webpage',
      id: 'page',
      fields: {
        adx_title: 'Portal & more',
        adx_copy: 'a\n<script>alert(1)</script>\nc',
        adx_hiddenfromsitemap: null,
      },
      refs: { adx_pagetemplateid: 'new' },
      was: {
        fields: { adx_title: 'Home', adx_copy: 'a\nb\nc', adx_hiddenfromsitemap: true },
        refs: { adx_pagetemplateid: 'old' },
      },
    },
    { number: 2, record: 'app.css', op: 'create', table: 'adx_webfile', id: 'file', body: { text: 'p{}' } },
    {
      number: 3,
      record: 'Orders',
      op: 'link',
      table: 'adx_entitypermission',
      id: 'right',
      relationship: 'adx_entitypermission_webrole',
      add: ['role'],
      remove: [],
    },
    { number: 4, record: 'Old page', op: 'deactivate', table: 'adx_webpage', id: 'gone' },
    {
      number: 5,
      record: 'HTTP/X-Frame-Options',
      op: 'create',
      table: 'adx_sitesetting',
      id: 'header',
      fields: { adx_value: 'DENY' },
    },
  ],
};
const choices = {
  a: {
    step: 'update',
    choice: { kind: 'cell', record: guid(1), cell: 'adx_title', take: 'theirs' },
    seq: 1,
    by,
    at,
  },
  c: { step: 'update', choice: { kind: 'rule', table: 'adx_weblink', take: 'theirs' }, seq: 3, by, at },
  b: { step: 'update', choice: { kind: 'rule', take: 'mine' }, seq: 2, by: { ...by, name: 'Alex Lund' }, at },
};
/** Ids of decisions are those of Dataverse. */
function guid(n: number): string {
  return `3f1e2d3c-4b5a-4968-8778-00000000000${n}`;
}
const withGuids: UpdatePlanFile = {
  ...plan,
  writes: plan.writes.map((write) => ({ ...write, id: guid(ids.findIndex((id) => id === write.id) + 1) })),
};
const records: readonly UpdateRecord[] = ids.map((id, n) => ({
  id: guid(n + 1),
  table: 'adx_webpage',
  title: id,
  state: 'different',
  change: 'edited',
  conflicts: id === 'page' || id === 'file' ? 1 : 0,
  open: 0,
  ...(/right|header/.test(id) && { tick: { effect: 'wider', shown: '', allow: true } }),
}));
const intl = createIntl({ locale: 'en', timeZone: 'UTC' });
const given = { plan: withGuids, overview: { records, questions: [], outdated: [] }, choices };

test('each record is told once: its kind, its page, what changes, who decided, and how risky it is', () => {
  const [page, file, right, gone, header] = planRows(intl, given);
  expect(page).toMatchObject({
    kind: 'Web pages',
    record: 'Home',
    where: 'Start · en',
    happens: 'Changed',
    risk: 'Medium: it differed on the site',
  });
  expect(page?.changes.map(({ says }) => says)).toEqual([
    'Title: Home → Portal & more',
    'Copy (the page’s text): 1 line goes, 1 line comes',
    'Hidden from the site map: Yes → No',
    'Page template: Home → Home (2026)',
  ]);
  expect(page?.changes[1]?.lines).toEqual(['− b', '+ <script>alert(1)</script>']);
  expect(page?.decided).toEqual(['Mona Berg, Nov 27, 2026 8:00 AM: Title: the new template’s is taken']);
  expect(file?.risk).toBe('Low: it is new on the site');
  expect(file?.decided).toEqual(['Alex Lund, Nov 27, 2026 8:00 AM: yours stays (for many at once)']);
  expect(right).toMatchObject({
    changes: [{ says: 'Web roles: also Customer' }],
    decided: ['Nobody had to: nobody had changed it on the site'],
    risk: 'High: it decides who may do what',
  });
  // What was decided when it said something else is no reason for what is written.
  const outdated = ['a'];
  expect(planRows(intl, { ...given, overview: { ...given.overview, outdated } })[0]?.decided).not.toEqual(
    page?.decided,
  );
  // Once it is in the site the overview knows nothing of it; where nobody was asked, people may do less.
  const riskWith = (some: readonly UpdateRecord[]) =>
    planRows(intl, { ...given, overview: { ...given.overview, records: some } })[2]?.risk;
  expect(riskWith([])).toBe('High: it decides who may do what');
  expect(riskWith(records.map(({ tick: _, ...record }) => record))).toBe(
    'Medium: people may do less than today',
  );
  expect(gone).toMatchObject({ happens: 'Deactivated, not deleted', changes: [] });
  expect(header?.risk).toBe('High: a security setting');
});

test('as a table it has a row for each, and what stands in a site is text', () => {
  const html = renderToStaticMarkup(<PlanTable intl={intl} {...given} />);
  expect(html.match(/<th scope="row">/g)).toHaveLength(5);
  expect(html).toContain('What the update of “Contoso &lt;b&gt;” writes');
  expect(html).toContain('+ &lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).not.toContain('<script');
});

test('what somebody wanted to stay as it is stands below, with who and when', () => {
  const refused = { kind: 'tick', record: guid(3), allow: false, shown: '' } as const;
  const choices = { ...given.choices, d: { step: 'update', choice: refused, seq: 4, by, at } };
  expect(keptRows(intl, { ...given, choices })).toEqual([
    {
      about: records[2]?.title,
      decided: 'Mona Berg, Nov 27, 2026 8:00 AM: it stays as it is today',
    },
    {
      about: 'All kinds, but for rights and security settings: all conflicts without a decision of their own',
      decided: 'Alex Lund, Nov 27, 2026 8:00 AM: yours stays (for many at once)',
    },
  ]);
  const outdated = ['d'];
  expect(keptRows(intl, { overview: { ...given.overview, outdated }, choices })).toHaveLength(1);
});
