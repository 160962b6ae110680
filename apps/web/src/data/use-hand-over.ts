import { mending } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import { useState } from 'react';
import type { RunCommands } from './use-run-commands.ts';
import { useCommand } from './use-command.ts';
import { useWorkspace } from './workspace.ts';

type Asked = { readonly check: string } | { readonly operation: string };

/** Asks somebody else by a link. The link is kept here until its dialog closes, and nowhere else. */
export function useHandOver(run: string, stateNow: () => RunState, { begin }: Pick<RunCommands, 'begin'>) {
  const { api, intents } = useWorkspace();
  const [made, setMade] = useState<{ operation: string; to: string; link: string }>();
  const give = useCommand(async (asked: Asked, to: string, days: number) => {
    const operation =
      'operation' in asked ? asked.operation : (await begin(mending(asked.check), 'guided')).operation;
    // Once a hand-off is known, the next one is a new intent; an answer that got lost is asked for again.
    const known = Object.keys(stateNow().operations[operation]?.handOffs ?? {}).length;
    const key = intents.keyOf(`${operation}.hand-off.${known}`);
    const { link } = await api.giveHandOff({ run, operation, body: { to, days, key } });
    setMade({ operation, to, link });
  });
  return {
    give,
    made,
    forget: () => setMade(undefined),
    takeBack: useCommand((operation: string, handOff: string) =>
      api.revokeHandOff({ run, operation, handOff }),
    ),
  };
}
