import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

const absent = msg({
  id: 'prospect-to-cash-absent.ok',
  defaultMessage: 'The older prospect-to-cash integration isn’t installed.',
});
const there = msg({
  id: 'prospect-to-cash-absent.there',
  defaultMessage: 'The older prospect-to-cash integration is installed: {name}, version {version}.',
});
const cause = msg({
  id: 'prospect-to-cash-absent.cause',
  defaultMessage:
    'It copies customers, products and orders through the Data Integrator. Beside dual-write both would write the same rows, so Microsoft doesn’t let dual-write be linked.',
});
const ask = msg({
  id: 'prospect-to-cash-absent.remedy.ask',
  defaultMessage:
    'Ask whoever runs it whether it is still used; in the Power Platform admin centre, under “Data integration”, see whether a project still runs, and stop it.',
});
const remove = msg({
  id: 'prospect-to-cash-absent.remedy.remove',
  defaultMessage:
    'In Power Apps, choose the environment, open “Solutions”, select {name}, “Delete”. Its own columns and their data go with it.',
});

/**
 * The Data Integrator’s solution can’t live beside dual-write (dual-write, requirements): hard. Microsoft doesn’t
 * publish its unique name, so it is looked for by both names.
 */
export default defineCheck({
  title: msg({
    id: 'prospect-to-cash-absent.title',
    defaultMessage: 'No older prospect-to-cash integration is in the way',
  }),
  why: msg({
    id: 'prospect-to-cash-absent.why',
    defaultMessage: 'Two integrations that write the same orders damage them.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, environment, cloud }) => {
    const found = await rows({
      set: 'solutions',
      $select: 'uniquename,version,friendlyname',
      $filter: "contains(uniquename,'prospect') or contains(friendlyname,'prospect')",
    });
    const solutions = found.map((row) => ({
      names: [row['friendlyname'], row['uniquename']].filter((name) => typeof name === 'string'),
      version: String(row['version']),
    }));
    return { solutions, link: hubOf(cloud, (await environment()).name) };
  },
  judge: ({ solutions, link }) => {
    const found = solutions.find(({ names }) => names.some((name) => /prospect\W?_?to\W?_?cash/i.test(name)));
    if (!found) return { state: 'ok', says: text(absent) };
    const name = found.names[0] ?? '';
    return {
      state: 'blocked',
      says: text(there, { name, version: found.version }),
      cause: text(cause),
      remedy: { owner: 'environment-admin', steps: [text(ask), text(remove, { name })], link },
    };
  },
});
