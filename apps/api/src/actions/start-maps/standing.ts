import type { FindingFacts } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { Change, Guide, Verbs } from '@portico/plan/action';
import type { Finding } from '@portico/plan/finding';
import { type Message, msg, type Text, text } from '@portico/plan/text';
import { documentedMaps } from '../../targets/documented-maps.ts';
import { dualWritePage } from '../../targets/dual-write-page.ts';
import { recordedStates } from '../../targets/recorded-states.ts';
import { type StandingMap, standingMaps } from '../../targets/standing-maps.ts';
import type { Targets } from '../../targets/targets.ts';
import { watchUntilNone } from '../watch-until-none.ts';
import { decided } from './decided.ts';

const pick = msg({ id: 'standing-maps.guide.pick', defaultMessage: 'Select these maps: {names}.' });
const notice = msg({
  id: 'standing-maps.guide.notice',
  defaultMessage: 'We notice when it is done, within a minute.',
});
const watching = msg({
  id: 'standing-maps.watching',
  defaultMessage: 'We watch: {count, plural, one {one map is} other {# maps are}} still to do.',
});
const looking = msg({ id: 'standing-maps.looking', defaultMessage: 'We look how the maps stand.' });

/** The maps that carry rows, or will again: the five, and what refers to their rows; each before what it needs. */
export async function standing(targets: Targets): Promise<readonly StandingMap[]> {
  const { choices } = decided(targets);
  const gateway = await targets.findGateway();
  if (gateway) return standingMaps(gateway, choices);
  // Dataverse knows of the five only, and of one that is paused no more than that it was started.
  const [{ order }, states] = await Promise.all([
    documentedMaps(targets.rows, choices),
    recordedStates(targets.rows, choices),
  ]);
  return order
    .toReversed()
    .flatMap(({ id }) => states.filter((map) => map.id === id && map.state === 'running'));
}

/** Only the gateway tells a paused map from one that runs: without it nothing could be watched, or believed. */
export async function seen(targets: Targets): Promise<readonly StandingMap[]> {
  const gateway = await targets.findGateway();
  if (!gateway) throw new Problem('not-watchable');
  return standingMaps(gateway, decided(targets).choices);
}

export const line = (says: Text, undo: Change['undo']): Change => ({ system: 'Dual-write', says, undo });

/** What to click on Microsoft's page: these maps, in this order, and then what the steps say. */
export async function guideFor(
  targets: Targets,
  maps: readonly StandingMap[],
  steps: readonly Message[],
): Promise<Guide> {
  return {
    who: 'finance-operations-admin',
    link: await dualWritePage(targets),
    steps: [
      text(pick, { names: maps.map(({ name }) => name).join(', ') }),
      ...steps.map((step) => text(step)),
    ],
    notice: text(notice),
  };
}

/** A person does it in Microsoft's page. */
export const watchLeft = (verbs: Verbs, left: () => Promise<readonly StandingMap[]>): Promise<void> =>
  watchUntilNone(verbs, { looking, watching, left, every: 20, usually: 600 });

/** Whether the five stand like this, by what was found of them. Nothing found is no. */
export const stand =
  (as: RegExp) =>
  (finding: Finding | undefined): boolean => {
    // Written by the check of that name.
    const { maps = [] } = (finding?.facts ?? {}) as Partial<FindingFacts['maps-running']>;
    const wanted = maps.filter((map) => map.wanted);
    return wanted.length > 0 && wanted.every(({ state }) => as.test(state));
  };
