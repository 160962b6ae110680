import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { resolveMaps } from '../targets/resolve-maps.ts';
import { defineCheck } from './define-check.ts';
import { recordedMaps } from '../targets/recorded-maps.ts';

const all = msg({
  id: 'maps-resolved.ok',
  defaultMessage: 'All five maps of the set-up guide were found here.',
});
const unclear = msg({
  id: 'maps-resolved.unclear',
  defaultMessage: '{count, plural, one {One name} other {# names}} could mean several maps.',
});
const missing = msg({
  id: 'maps-resolved.missing',
  defaultMessage: '{count, plural, one {One map} other {# maps}} of the set-up guide can’t be found.',
});
const blank = msg({ id: 'maps-resolved.blank', defaultMessage: 'The list of maps is empty.' });
const cause = msg({
  id: 'maps-resolved.cause',
  defaultMessage: 'The solution that brings them was installed, but not applied.',
});
const choose = msg({ id: 'maps-resolved.remedy.choose', defaultMessage: 'Choose below which map is meant.' });
const apply = msg({
  id: 'maps-resolved.remedy.apply',
  defaultMessage:
    'On the dual-write page, select “Apply solution”, and apply the Finance and the Supply Chain maps, one at a time.',
});
const guessed = msg({
  id: 'maps-resolved.recorded',
  defaultMessage:
    'Read from the records that dual-write keeps in Dataverse; the dual-write page may show more.',
});

/** The five documented names, and the maps they mean in this environment. */
export default defineCheck({
  title: msg({ id: 'maps-resolved.title', defaultMessage: 'The five table maps were found' }),
  why: msg({
    id: 'maps-resolved.why',
    defaultMessage:
      'The names in Microsoft’s guide are not the names on the screen; some stand for several maps.',
  }),
  owner: 'you',
  after: ['dual-write-linked'],
  observe: async ({ findGateway, rows, answers, financeHost, cloud }) => {
    const gateway = await findGateway();
    const maps = gateway ? await gateway.listMaps() : await recordedMaps(rows);
    return {
      count: maps.length,
      recorded: !gateway,
      resolved: resolveMaps(maps, answers['table-maps']?.choices ?? {}),
      link: `${cloud.pages.dataIntegrator}/dualWrite?axenv=${await financeHost()}`,
    };
  },
  judge: ({ count, recorded, resolved, link }) => {
    const facts: FindingFacts['maps-resolved'] = { maps: resolved };
    const open = resolved.filter((map) => !map.chosen);
    const lost = open.filter(({ candidates }) => candidates.length === 0);
    const details = recorded ? [{ state: 'probable', says: text(guessed) } as const] : [];
    if (open.length === 0) return { state: 'ok', says: text(all), facts, details };
    if (lost.length > 0)
      return {
        state: 'blocked',
        says: count === 0 ? text(blank) : text(missing, { count: lost.length }),
        cause: text(cause),
        remedy: { owner: 'finance-operations-admin', steps: [text(apply)], link },
        facts,
        details,
      };
    return {
      state: 'blocked',
      says: text(unclear, { count: open.length }),
      remedy: { owner: 'you', steps: [text(choose)] },
      facts,
      details,
    };
  },
});
