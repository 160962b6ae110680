import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import { mapSolutions } from '../targets/map-solutions.ts';
import { defineCheck } from './define-check.ts';

const all = msg({
  id: 'map-solutions-applied.ok',
  defaultMessage:
    'The maps of {count, plural, one {the installed solution that carries maps are} other {all # installed solutions that carry maps are}} in dual-write’s list.',
});
const some = msg({
  id: 'map-solutions-applied.missing',
  defaultMessage:
    '{count, plural, one {A solution is} other {# solutions are}} installed, but dual-write’s list doesn’t have {count, plural, one {its} other {their}} maps.',
});
const none = msg({
  id: 'map-solutions-applied.none',
  defaultMessage: 'Dual-write knows no solution here that brings the portal’s maps.',
});
const unread = msg({
  id: 'map-solutions-applied.unread',
  defaultMessage: 'Whether the solutions’ maps are in dual-write’s list can’t be read with your sign-in.',
});
const there = msg({ id: 'map-solutions-applied.there', defaultMessage: 'The maps of {name}.' });
const lacks = msg({ id: 'map-solutions-applied.lacks', defaultMessage: '{name}: {maps}.' });
const cause = msg({
  id: 'map-solutions-applied.cause',
  defaultMessage:
    'Installing a solution brings its maps into Dataverse only. Dual-write lists them once the solution is applied, and forgets them when its link is reset.',
});
const list = msg({
  id: 'map-solutions-applied.remedy.list',
  defaultMessage:
    'Open the dual-write page and see that its list has Customers V3, CDS released distinct products and CDS sales order headers.',
});
const open = msg({
  id: 'map-solutions-applied.remedy.open',
  defaultMessage: 'If it hasn’t, select “Apply solution” there.',
});
const one = msg({
  id: 'map-solutions-applied.remedy.one',
  defaultMessage:
    'Apply one solution, wait until its maps are listed, then the next: two at once make doubles.',
});
const only = msg({
  id: 'map-solutions-applied.remedy.only',
  defaultMessage: 'On the dual-write page, select “Apply solution”. Only the person who linked the two may.',
});

/** The proof of applying the solutions: each has the maps in the list by which the portal stands. */
export default defineCheck({
  title: msg({ id: 'map-solutions-applied.title', defaultMessage: 'The map solutions are applied' }),
  why: msg({
    id: 'map-solutions-applied.why',
    defaultMessage: 'A map that isn’t in dual-write’s list can’t be started.',
  }),
  owner: 'you',
  after: ['dual-write-linked'],
  observe: async ({ findGateway, financeHost, cloud }) => {
    const [gateway, link] = await Promise.all([findGateway(), dualWritePage({ cloud, financeHost })]);
    return { solutions: gateway && (await mapSolutions(gateway)), link };
  },
  judge: ({ solutions, link }) => {
    const look = { owner: 'you', steps: [text(list), text(open), text(one)], link } as const;
    if (!solutions)
      return {
        state: 'warn',
        says: text(unread),
        details: [{ state: 'not-checked', says: text(cause) }],
        remedy: look,
      };
    if (solutions.length === 0) return { state: 'warn', says: text(none), remedy: look };
    const details: Detail[] = solutions.map(({ shown: name, missing }) =>
      missing.length > 0
        ? { state: 'not-found', says: text(lacks, { name, maps: missing.join(', ') }) }
        : { state: 'proved', says: text(there, { name }) },
    );
    const { length: count } = solutions.filter(({ missing }) => missing.length > 0);
    if (count === 0) return { state: 'ok', says: text(all, { count: solutions.length }), details };
    return {
      state: 'blocked',
      todo: true,
      says: text(some, { count }),
      cause: text(cause),
      details,
      remedy: { owner: 'finance-operations-admin', steps: [text(only), text(one)], link },
    };
  },
});
