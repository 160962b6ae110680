import type { StepId } from '@portico/contract/plan';
import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import type { RunState } from '@portico/plan/reduce';
import { useRef, useState } from 'react';
import { asApiProblem } from './api-problem.ts';
import {
  choiceOf,
  type Made,
  type Sent,
  standingOf,
  type Standing,
  type Undo,
  undone,
  undoOf,
} from './decisions.ts';
import { useWorkspace } from './workspace.ts';

/** Decisions that are saved one by one, as they are made. */
export interface Decisions {
  readonly of: (key: string) => Standing;
  /** `seen`: the event that the person looked at when they began; without it what stands now. */
  readonly decide: (choice: UpdateChoice, seen?: number) => void;
  readonly withdraw: (choice: UpdateChoice) => void;
  /** Lets go of what was refused. */
  readonly forget: (key: string) => void;
  /** Takes back the last decision of this person; undefined when there is none to take back. */
  readonly undo: (() => void) | undefined;
  /** What `undo` would take back. */
  readonly last: UpdateChoice | undefined;
}

/** Sends decisions: those about the same thing one after the other, all others at once. */
export function useDecisions(run: string, step: StepId, choices: RunState['choices']): Decisions {
  const { api } = useWorkspace();
  const [sent, setSent] = useState<Readonly<Record<string, Sent>>>({});
  const [made, setMade] = useState<readonly Made[]>([]);
  const lines = useRef(new Map<string, Promise<number>>());
  const standing = (key: string) => standingOf(choices, sent, key);

  const send = (choice: UpdateChoice, withdraw: boolean, seen: number) => {
    const key = keyOfChoice(choice);
    const mine: Sent = { choice, withdraw, seen };
    setSent((all) => ({ ...all, [key]: mine }));
    // Only as long as the person hasn't decided the same anew.
    const tell = (news: Partial<Sent>) =>
      setSent((all) => (all[key] === mine ? { ...all, [key]: { ...mine, ...news } } : all));
    const sending = async (last: number) => {
      try {
        const body = {
          choice,
          seen: Math.max(seen, last),
          ...(withdraw ? { withdraw: true as const } : {}),
        };
        const { seq } = await api.chooseInStep({ run, step, body });
        tell({ seq });
        return seq;
      } catch (error) {
        tell({ problem: asApiProblem(error) });
        return 0;
      }
    };
    const line = (lines.current.get(key) ?? Promise.resolve(0)).then(sending);
    lines.current.set(key, line);
    return line;
  };
  const act = async (choice: UpdateChoice, withdraw: boolean, seen?: number) => {
    const now = standing(keyOfChoice(choice));
    const seq = await send(choice, withdraw, seen ?? now.seq);
    if (seq > 0) setMade((all) => [...all, { choice, seq, ...(now.choice ? { before: now.choice } : {}) }]);
  };
  const takeBack = async ({ choice, withdraw }: Undo) => {
    const seq = await send(choice, withdraw, standing(keyOfChoice(choice)).seq);
    if (seq > 0) setMade((all) => undone(all, seq));
  };
  const undo = undoOf(made, choices);
  return {
    of: standing,
    decide: (choice, seen) => void act(choice, false, seen),
    withdraw: (choice) => void act(choice, true),
    forget: (key) => setSent(({ [key]: _, ...others }) => others),
    undo: undo && (() => void takeBack(undo)),
    last: undo && made.at(-1)?.choice,
  };
}

/** All that stands decided of what a step writes, newest first. */
export const decidedOf = (choices: RunState['choices'], step: StepId) =>
  Object.entries(choices)
    .flatMap(([key, kept]) => {
      const choice = kept.step === step ? choiceOf(kept.choice) : undefined;
      return choice && choice.kind !== 'back'
        ? [{ key, choice, by: kept.by, at: kept.at, seq: kept.seq }]
        : [];
    })
    .toSorted((a, b) => b.seq - a.seq);
