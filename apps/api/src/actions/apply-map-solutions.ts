import { Problem } from '@portico/contract/problems';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { dualWritePage } from '../targets/dual-write-page.ts';
import type { Gateway } from '../targets/gateway.ts';
import { type MapSolution, unapplied } from '../targets/map-solutions.ts';
import type { Targets } from '../targets/targets.ts';
import { defineAction } from './define-action.ts';
import { throughGateway } from './start-maps/one-map.ts';
import { watchUntilNone } from './watch-until-none.ts';

const change = msg({
  id: 'apply-map-solutions.change',
  defaultMessage: 'Put the maps of {name} into dual-write’s list',
});
const looking = msg({
  id: 'apply-map-solutions.looking',
  defaultMessage: 'We look which maps are in dual-write’s list.',
});
const applying = msg({
  id: 'apply-map-solutions.applying',
  defaultMessage: 'Microsoft applies {name} ({number} of {total}).',
});
const there = msg({
  id: 'apply-map-solutions.there',
  defaultMessage: 'The maps of {name} are in dual-write’s list.',
});
const watching = msg({
  id: 'apply-map-solutions.watching',
  defaultMessage: '{count, plural, one {One solution isn’t} other {# solutions aren’t}} applied yet.',
});
const notYours = msg({
  id: 'apply-map-solutions.not-yours',
  defaultMessage:
    'Only the person who linked finance and operations with this environment may apply {solution}. Ask them to start this, or to do it on Microsoft’s page.',
});
const open = msg({ id: 'apply-map-solutions.guide.open', defaultMessage: 'Select “Apply solution”.' });
const choose = msg({
  id: 'apply-map-solutions.guide.choose',
  defaultMessage: 'Choose the first of these, and nothing else: {names}.',
});
const wait = msg({
  id: 'apply-map-solutions.guide.wait',
  defaultMessage: 'Select “Apply”, and wait until its maps are listed. Two solutions at once make doubles.',
});
const next = msg({
  id: 'apply-map-solutions.guide.next',
  defaultMessage: 'Do the same with each of the others, in this order.',
});
const notice = msg({
  id: 'apply-map-solutions.guide.notice',
  defaultMessage: 'We notice each solution within a minute.',
});

/** Applies the installed solutions that carry maps, one after the other: the gateway lists their maps from then on. */
export default defineAction({
  title: msg({ id: 'apply-map-solutions.title', defaultMessage: 'Apply the map solutions' }),
  left: msg({
    id: 'apply-map-solutions.left',
    defaultMessage:
      'Maps that are listed stay listed, and none of them runs by that. What hasn’t been applied isn’t asked for.',
  }),
  changes: async (targets) => {
    const gateway = await targets.findGateway();
    const solutions = gateway ? await unapplied(gateway) : [];
    return solutions.map(({ shown: name }) => ({
      system: 'Dual-write',
      says: text(change, { name }),
      undo: 'by-hand',
    }));
  },
  drivers: {
    automatic: { run: applyAll, ...throughGateway },
    guided: {
      guide: async (targets) => ({
        who: 'finance-operations-admin',
        link: await dualWritePage(targets),
        steps: [
          text(open),
          text(choose, {
            names: (await unapplied(await read(targets))).map(({ shown }) => shown).join(', '),
          }),
          text(wait),
          text(next),
        ],
        notice: text(notice),
      }),
      run: watch,
    },
  },
});

/** Without the gateway nobody sees what is listed: neither can it be applied, nor noticed. */
async function read(targets: Targets): Promise<Gateway> {
  const gateway = await targets.findGateway();
  if (!gateway) throw new Problem('not-readable');
  return gateway;
}

const isMissing = async (gateway: Gateway, { name }: MapSolution): Promise<boolean> =>
  (await unapplied(gateway)).some((solution) => solution.name === name);

async function applyAll(targets: Targets, verbs: Verbs): Promise<void> {
  const solutions = await verbs.once('order', async () => unapplied(await read(targets)));
  for (const [index, solution] of solutions.entries()) {
    const where = { name: solution.shown, number: index + 1, total: solutions.length };
    const request = await ask(targets, verbs, solution);
    await verbs.until(
      `applied ${solution.name}`,
      { says: text(applying, where), for: 'upstream', every: 20, usually: 120 },
      async () => {
        const gateway = await read(targets);
        if (request !== null) await failIfRefused(gateway, solution, request);
        return (await isMissing(gateway, solution)) ? undefined : true;
      },
    );
    await verbs.say(`there ${solution.name}`, text(there, where));
  }
}

/**
 * Has a solution applied, unless its maps are listed already.
 * @returns the request, or null when nothing had to be asked for
 */
const ask = (targets: Targets, verbs: Verbs, solution: MapSolution): Promise<string | null> =>
  verbs.once(`apply ${solution.name}`, async ({ write }) => {
    const gateway = await read(targets);
    if (!(await isMissing(gateway, solution))) return null;
    const apply = () => gateway.applySolution(solution.name).catch(sayWhose(solution.shown));
    return write(apply).catch(lookSlowly);
  });

/**
 * What got no answer may be under way, and nothing lists it before its maps: it gets minutes for that, not the seconds
 * in which other changes show, until it is asked for again. How long applying takes nobody says.
 */
function lookSlowly(met: unknown): never {
  if (met instanceof Problem && met.code === 'outcome-unknown')
    throw new Problem(met.code, { ...met.record, retryAfter: 60, cause: met });
  throw met;
}

/** Who may not add maps gets a bare 401 from the gateway (dual-write, troubleshooting). */
const sayWhose =
  (solution: string) =>
  (refused: unknown): never => {
    if (!(refused instanceof Problem) || refused.code !== 'token-refused') throw refused;
    const { upstream } = refused;
    throw new Problem('action-failed', {
      values: { solution, cause: notYours.id },
      ...(upstream ? { upstream } : {}),
    });
  };

/** Only failure is believed here: success is what the list of maps says. */
async function failIfRefused(gateway: Gateway, { shown }: MapSolution, request: string): Promise<void> {
  const { failed, error = '', activity = request } = await gateway.application(request);
  if (failed)
    throw new Problem('action-failed', {
      values: { solution: shown },
      upstream: { status: 200, message: error, correlation: activity },
    });
}

/** A person applies them on Microsoft's page. */
function watch(targets: Targets, verbs: Verbs): Promise<void> {
  return watchUntilNone(verbs, {
    looking,
    watching,
    every: 20,
    usually: 600,
    left: async () => unapplied(await read(targets)),
  });
}
