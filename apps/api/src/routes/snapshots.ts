import { Problem } from '@portico/contract/problems';
import type { routes } from '@portico/contract/routes';
import { snapshotRoles } from '@portico/contract/snapshots';
import type { Handlers } from '@portico/http/mount';
import type { Context } from '../context.ts';
import { fingerprintOf } from '../site-config/fingerprint.ts';
import { keepGiven } from '../site-config/give-snapshot.ts';
import { asFile } from '../site-config/save-snapshot.ts';
import type { Call } from './call.ts';
import { runTargets } from './run-targets.ts';
import { isWriting } from './update.ts';

/** Snapshots as files: saved, and taken from whoever kept one. */
export const snapshotHandlers = (
  context: Context,
): Pick<Handlers<typeof routes, Call>, 'getSnapshot' | 'giveSnapshot'> => {
  const reach = runTargets(context);
  return {
    getSnapshot: async ({ params, context: call }) => {
      const { archive } = (await reach(call, params.run)).targets;
      const role = snapshotRoles.find((each) => each === params.role);
      const kept = role && (await archive.latest(role));
      if (!kept) throw new Problem('not-found', { values: { missing: 'snapshot' } });
      return asFile(kept, archive);
    },
    giveSnapshot: async ({ params, body, context: call }) => {
      const { person, state, targets } = await reach(call, params.run);
      if (isWriting(state)) throw new Problem('answers-locked');
      const { id, content } = await keepGiven(targets, body, person.name);
      const { records, capturedAt, language } = content.snapshot;
      return {
        id,
        fingerprint: fingerprintOf(content.snapshot),
        records: records.length,
        taken: capturedAt,
        language,
      };
    },
  };
};
