import type { GivenSnapshot, snapshotRoles, TakenSnapshot } from '@portico/contract/snapshots';
import { readGiven } from './read-given.ts';
import { saveFile } from './save-file.ts';
import { useCommand } from './use-command.ts';
import { useWorkspace } from './workspace.ts';

type Chosen = readonly File[];
export type Taken = TakenSnapshot & Pick<GivenSnapshot, 'name' | 'from'>;

/** Snapshots as files: saved, and given by whoever kept one. */
export function useSnapshots(run: string) {
  const { api } = useWorkspace();
  const give = async (role: GivenSnapshot['role'], from: GivenSnapshot['from'], chosen: Chosen) => {
    const body = await readGiven(role, from, chosen);
    return { ...(await api.giveSnapshot({ run, body })), name: body.name, from };
  };
  return {
    /** `onTaken` hears what was taken; whether it is compared with is another decision. */
    giveTemplate: useCommand(
      async (from: GivenSnapshot['from'], chosen: Chosen, onTaken: (taken: Taken) => void) =>
        onTaken(await give('template', from, chosen)),
    ),
    giveBaseline: useCommand(async (from: GivenSnapshot['from'], chosen: Chosen) => {
      await give('baseline', from, chosen);
      await api.runChecks({ run, body: { step: 'update' } });
    }),
    save: useCommand(async (role: (typeof snapshotRoles)[number]) => {
      const file = JSON.stringify(await api.getSnapshot({ run, role }));
      saveFile(`portico-${role}-${run}.json`, new Blob([file], { type: 'application/json' }));
    }),
  };
}
