import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import { documentedKeys, sameKey } from '../targets/documented-keys.ts';
import { defineCheck } from './define-check.ts';

const ok = msg({
  id: 'integration-keys.ok',
  defaultMessage: 'Rows of {count} tables are matched by the columns that Microsoft’s maps come with.',
});
const other = msg({
  id: 'integration-keys.other',
  defaultMessage: 'Rows of {tables} are matched by other columns than Microsoft’s maps come with.',
});
const cause = msg({
  id: 'integration-keys.cause',
  defaultMessage:
    'Somebody set another integration key. Rows that are the same may arrive twice, or be taken for one another.',
});
const here = msg({ id: 'integration-keys.here', defaultMessage: '{table}: {columns}' });
const differs = msg({
  id: 'integration-keys.differs',
  defaultMessage:
    '{table}: {columns, select, none {no key at all} other {{columns}}}; Microsoft’s is {documented}',
});
const unread = msg({
  id: 'integration-keys.unread',
  defaultMessage: 'By which columns rows are matched can’t be read with your sign-in.',
});
const look = msg({
  id: 'integration-keys.remedy.look',
  defaultMessage:
    'On the dual-write page, select “Integration key”, and look whether accounts go by account number and company, and orders by order number and company.',
});
const stop = msg({
  id: 'integration-keys.remedy.stop',
  defaultMessage: 'Ask who set it, and why. To set it back, stop the maps of the table first.',
});
const set = msg({
  id: 'integration-keys.remedy.set',
  defaultMessage: 'Then select “Integration key” on the dual-write page, and choose the columns named above.',
});

/** By what rows of both sides are taken for the same: compared, shown, and never changed by us. */
export default defineCheck({
  title: msg({ id: 'integration-keys.title', defaultMessage: 'Rows are matched by Microsoft’s keys' }),
  why: msg({
    id: 'integration-keys.why',
    defaultMessage: 'The key decides which row on one side is which on the other.',
  }),
  owner: 'finance-operations-admin',
  after: ['maps-resolved'],
  observe: async ({ findGateway, financeHost, cloud }) => {
    const [gateway, link] = await Promise.all([findGateway(), dualWritePage({ cloud, financeHost })]);
    return { keys: await gateway?.integrationKeys(), link };
  },
  judge: ({ keys, link }) => {
    const owner = 'finance-operations-admin';
    if (!keys) return { state: 'warn', says: text(unread), remedy: { owner, steps: [text(look)], link } };
    // A table whose maps aren't here has no key to speak of.
    const known = Object.entries(documentedKeys).flatMap(([table, documented]) => {
      const columns = keys[table];
      return columns ? [{ table, columns, documented, same: sameKey(columns, documented) }] : [];
    });
    const wrong = known.filter(({ same }) => !same);
    const details = known.map(({ table, columns, documented, same }): Detail => {
      const values = { table, columns: columns.join(', ') };
      if (same) return { state: 'proved', says: text(here, values) };
      return {
        state: 'not-found',
        says: text(differs, {
          table,
          columns: columns.length > 0 ? values.columns : 'none',
          documented: documented.join(', '),
        }),
      };
    });
    if (wrong.length === 0) return { state: 'ok', says: text(ok, { count: known.length }), details };
    return {
      state: 'warn',
      says: text(other, { tables: wrong.map(({ table }) => table).join(', ') }),
      cause: text(cause),
      details,
      remedy: { owner, steps: [text(stop), text(set)], link },
    };
  },
});
