import { Problem } from '@portico/contract/problems';
import type { UpdateOverview } from '@portico/contract/update';
import { openThings } from '@portico/contract/update-needs';
import type { Prediction } from '@portico/contract/watching';
import type { RunState } from '@portico/plan/reduce';
import { createLane } from '../merge/create-lane.ts';
import type { SiteArchive } from './archive.ts';
import { updateChoices } from './decisions-of.ts';
import type { Merge } from './merge-kept.ts';
import { overviewOf } from './overview.ts';

/** What is kept of one set-up, and what was decided there. */
interface Of {
  readonly archive: Pick<SiteArchive, 'latest' | 'shared'>;
  readonly choices: RunState['choices'];
}

/**
 * What taking a kept template over would come to, by what was read last; Microsoft isn't asked.
 * @throws Problem `not-found` where the tenant has no such template, or the site wasn't looked at yet
 */
export type Predict = (of: Of, template: string) => Promise<Prediction>;
type Counts = Omit<Prediction, 'looked'>;

/** So many are remembered; one is a few numbers. */
const most = 1000;

/**
 * The same three snapshots and decisions are merged once. One merge after the other, whoever asks: a list of customers
 * must not take the machine from those who are applying an update.
 */
export function createPredict(merge: Merge): Predict {
  const made = new Map<string, Promise<Counts>>();
  const inTurn = createLane();
  return async ({ archive, choices }, id) => {
    const [baseline, live, template] = await Promise.all([
      archive.latest('baseline'),
      archive.latest('live'),
      archive.shared(id),
    ]);
    if (!baseline || !live || !template) throw new Problem('not-found', { values: { missing: 'snapshot' } });
    const decided = updateChoices(choices, baseline.content);
    const key = JSON.stringify([baseline.id, live.id, id, decided]);
    const known = made.get(key);
    const predicting =
      known ??
      inTurn(async () => countsOf(await overviewOf(await merge({ baseline, live, template }, decided))));
    made.set(key, predicting);
    for (const old of [...made.keys()].slice(0, -most)) made.delete(old);
    try {
      // The same as before was looked at since: its time is the one of now.
      return { ...(await predicting), looked: live.at };
    } catch (error) {
      made.delete(key);
      throw error;
    }
  };
}

/** The numbers that the step shows. */
const countsOf = (overview: UpdateOverview): Counts => ({
  writes: overview.writes,
  decide: openThings(overview),
});
