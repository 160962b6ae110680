import type { FindingFacts } from '@portico/contract/findings';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { documentedMaps } from '../targets/documented-maps.ts';
import { unnamedNeeds } from '../targets/documented-needs.ts';
import { titleOf } from '../targets/known-map.ts';
import { mapOrder } from '../targets/map-order.ts';
import { defineCheck } from './define-check.ts';

const known = msg({
  id: 'map-prerequisites.ok',
  defaultMessage: '{count} maps run in this order: {wanted} for the portal, {more} that they need.',
});
const circle = msg({
  id: 'map-prerequisites.circle',
  defaultMessage: '{names} refer to each other: some rows arrive in a second pass.',
});
const differs = msg({
  id: 'map-prerequisites.differs',
  defaultMessage:
    'Microsoft’s documentation names {names} as well; the gateway doesn’t ask for it, so it isn’t started.',
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
const preview = msg({
  id: 'map-prerequisites.preview',
  defaultMessage: 'The order below is the documentation’s, which may lack some.',
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
  observe: async (targets) => {
    const gateway = await targets.findGateway();
    const choices = targets.answers['table-maps']?.choices ?? {};
    if (!gateway) {
      const { order, circles } = await documentedMaps(targets.rows, choices);
      return { source: 'documented' as const, order, circles, unnamed: [] };
    }
    const [found, maps] = await Promise.all([mapOrder(gateway, choices), gateway.listMaps()]);
    return { source: 'gateway' as const, ...found, unnamed: unnamedNeeds(maps, found.order).map(titleOf) };
  },
  judge: ({ source, order, circles, unnamed }) => {
    const named = circles.map((ids) => order.filter(({ id }) => ids.includes(id)).map(({ name }) => name));
    const facts: FindingFacts['map-prerequisites'] = { source, order, circles: named };
    const second = named.map(
      (names): Detail => ({ state: 'probable', says: text(circle, { names: names.join(', ') }) }),
    );
    if (source === 'documented')
      return {
        state: 'warn',
        says: text(unread),
        details: [
          { state: 'not-checked', says: text(notRead) },
          { state: 'probable', says: text(preview) },
          ...second,
        ],
        remedy: { owner: 'you', steps: [text(related)] },
        facts,
      };
    const wanted = order.filter((map) => map.wanted).length;
    const says = text(known, { count: order.length, wanted, more: order.length - wanted });
    const other: readonly Detail[] =
      unnamed.length === 0
        ? []
        : [{ state: 'not-found', says: text(differs, { names: unnamed.join(', ') }) }];
    return { state: 'ok', says, details: [...second, ...other], facts };
  },
});
