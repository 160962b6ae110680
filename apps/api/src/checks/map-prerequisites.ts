import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { mapOrder } from '../targets/map-order.ts';
import { defineCheck } from './define-check.ts';

const known = msg({
  id: 'map-prerequisites.ok',
  defaultMessage: '{count} maps run in this order: five from the guide, {more} that they need.',
});
const unread = msg({
  id: 'map-prerequisites.unread',
  defaultMessage:
    'What the five maps need can’t be read with your sign-in; Microsoft’s page adds it by itself.',
});
const notRead = msg({
  id: 'map-prerequisites.not-read',
  defaultMessage:
    'The order comes from the dual-write gateway, which issues no token to other apps than Microsoft’s own.',
});
const related = msg({
  id: 'map-prerequisites.remedy',
  defaultMessage:
    'In the “Run” dialog, keep “Show related table map(s)” ticked: it lists what each map needs.',
});

/** What must run before the five maps, from the live gateway; the documentation has no full list. */
export default defineCheck({
  title: msg({ id: 'map-prerequisites.title', defaultMessage: 'What the five maps need is known' }),
  why: msg({
    id: 'map-prerequisites.why',
    defaultMessage: 'A row can’t be copied before the rows that it refers to.',
  }),
  owner: 'you',
  after: ['maps-resolved'],
  observe: async ({ findGateway, answers }) => {
    const gateway = await findGateway();
    return gateway ? await mapOrder(gateway, answers['table-maps']?.choices ?? {}) : undefined;
  },
  judge: (order) => {
    const facts: FindingFacts['map-prerequisites'] = { order: order ?? [] };
    if (!order)
      return {
        state: 'warn',
        says: text(unread),
        details: [{ state: 'not-checked', says: text(notRead) }],
        remedy: { owner: 'you', steps: [text(related)] },
        facts,
      };
    const more = order.filter(({ wanted }) => !wanted).length;
    return { state: 'ok', says: text(known, { count: order.length, more }), facts };
  },
});
