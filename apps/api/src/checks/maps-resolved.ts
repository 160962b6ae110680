import type { FindingFacts, ResolvedMap } from '@portico/contract/findings';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import { isOptional, resolveMaps } from '../targets/resolve-maps.ts';
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
const conflict = msg({
  id: 'maps-resolved.conflict',
  defaultMessage: '{names} must not run while the maps of the portal do.',
});
const conflictCause = msg({
  id: 'maps-resolved.conflict.cause',
  defaultMessage: 'Two maps that write the same rows undo each other’s work.',
});
const stop = msg({
  id: 'maps-resolved.remedy.stop',
  defaultMessage: 'On the dual-write page, select {names}, then “Stop”.',
});
const instead = msg({
  id: 'maps-resolved.remedy.instead',
  defaultMessage: 'If it is the other one that should go, choose this one below.',
});
const otherVersion = msg({
  id: 'maps-resolved.version',
  defaultMessage: '{name}: version {version} by {author} is there, and {active} is in use.',
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
      plan: resolveMaps(maps, answers['table-maps']?.choices ?? {}),
      link: await dualWritePage({ cloud, financeHost }),
    };
  },
  judge: ({ count, recorded, plan, link }) => {
    const facts: FindingFacts['maps-resolved'] = plan;
    // An optional map that nobody chose is no question.
    const asked = plan.beside.filter(({ chosen, reason }) => !chosen && !isOptional(reason));
    const open = [...plan.maps.filter(({ chosen }) => !chosen), ...asked];
    const lost = open.filter(({ candidates }) => candidates.length === 0);
    const details = [
      ...(recorded ? [{ state: 'probable', says: text(guessed) } as const] : []),
      ...[...plan.maps, ...plan.beside].flatMap(versionDetail),
    ];
    const running = plan.apart.filter((map) => map.running);
    if (running.length > 0) {
      const names = running.map(({ name }) => name).join(', ');
      const steps = [text(stop, { names }), text(instead)];
      return {
        state: 'blocked',
        says: text(conflict, { names }),
        cause: text(conflictCause),
        remedy: { owner: 'finance-operations-admin', steps, link },
        facts,
        details,
      };
    }
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

/** A version that would be the better one, said where it isn't taken. */
const versionDetail = ({ chosen }: ResolvedMap): readonly Detail[] => {
  if (!chosen?.better || chosen.better.taken) return [];
  const { name, version: active, better } = chosen;
  const { version, author } = better;
  return [{ state: 'probable', says: text(otherVersion, { name, version, author, active }) }];
};
