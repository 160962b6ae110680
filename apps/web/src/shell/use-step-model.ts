import { undermined } from '@portico/contract/health';
import { type ActionId, plan, provenBy } from '@portico/contract/plan';
import { passes } from '@portico/plan/finding';
import { checksOf } from '@portico/plan/plan';
import { useState } from 'react';
import { useLocation } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { downloadReport } from '../data/download-report.ts';
import { gateFor, stateNow, whereWeStand } from '../data/gates.ts';
import { mendedAlong } from '../data/mended-along.ts';
import { useCommand } from '../data/use-command.ts';
import { useHandOver } from '../data/use-hand-over.ts';
import { useInvitees } from '../data/use-invitees.ts';
import { useRead } from '../data/use-read.ts';
import { useRunCommands } from '../data/use-run-commands.ts';
import { useUpdate } from '../data/use-update.ts';
import { useWorkspace } from '../data/workspace.ts';
import type { PlaceInPlan, StepModel } from '../parts/step-model.ts';
import { paths } from '../paths.ts';
import { steps } from '../steps/index.ts';
import { useGo } from '../ui/navigation.tsx';
import { useRun, useRunState } from './run-context.ts';
import { isRecurring, type PlanStep } from './plan-step.ts';
import { useSignInWays } from './use-sign-in-ways.ts';

/** Brings together what a step's screen is drawn from: the state, the pick list, the dry run, the commands. */
export function useStepModel(step: PlanStep): StepModel {
  const intl = useIntl();
  const go = useGo();
  const { api, auth, config, drafts } = useWorkspace();
  const { run, store } = useRun();
  const state = stateNow(useRunState());
  const { gates } = whereWeStand(state);
  const gate = gateFor(state, step.id);
  const latest = () => store.getState().state;
  const { begin, ...commands } = useRunCommands(run, latest);
  const handOver = useHandOver(run, latest, { begin });
  const invitees = useInvitees(run, step.id === 'first-users' && gate.status !== 'cannot-start');
  // In the address, so that back leads to the list and a link to a record can be shared.
  const record = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get('record') });
  const proposed = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get('template') });
  const update = useUpdate(
    run,
    state,
    record ?? undefined,
    step.id === 'update' && gate.status !== 'cannot-start',
  );
  const { title, why, choices: kind } = steps[step.id];
  const isProven = (id: ActionId) => provenBy[id].every((check) => passes(state.checks[check]?.finding));
  const own: readonly ActionId[] = step.actions;
  // One thing at a time: what is proven is done.
  const action = own.find((id) => !isProven(id)) ?? own[0];
  const open = action !== undefined && gate.reasons.length === 0;

  // A step that can't start yet has nothing to choose from.
  const list = kind && gate.status !== 'cannot-start' ? `${kind}.${run}` : undefined;
  const choices = useRead(list, async (signal) => {
    if (!kind) return [];
    return (await api.listChoices({ kind, run, signal })).choices;
  });
  // Worked out anew when something it rests on changed: a decision, a finding of this step, an attempt.
  const rests = [
    state.answers,
    checksOf(step).map((id) => state.checks[id]?.at),
    Object.keys(state.operations),
  ];
  const review = useRead(open ? JSON.stringify([run, action, ...rests]) : undefined, (signal) =>
    api.reviewAction({ run, action: action ?? '', signal }),
  );
  const [asked, ask] = useState<ActionId>();
  const laterReview = useRead(asked && JSON.stringify([run, asked, ...rests]), (signal) =>
    api.reviewAction({ run, action: asked ?? '', signal }),
  );
  const laterStart = useCommand(begin);
  const download = useCommand(() => downloadReport(auth, run, intl.locale));

  const place = (id: string | undefined): PlaceInPlan | undefined => {
    const found = plan.steps.find((other) => other.id === id);
    return (
      found && {
        id: found.id,
        title: intl.formatMessage(steps[found.id].title),
        href: paths.step(run, found.id),
      }
    );
  };
  const draft = drafts(`${run}.${step.id}`);
  // Those that make a set-up, in a row; what is done again on later days isn't among them.
  const row = plan.steps.filter((each) => !isRecurring(each));
  const number = plan.steps.findIndex(({ id }) => id === step.id) + 1;
  // On to what still wants somebody; what is fine needs no visit, and the last step is always one.
  const wantsSomebody = (each: PlanStep) =>
    !gates[each.id].passable ||
    checksOf(each).some((id) => /warn|unknown/.test(state.checks[id]?.finding?.state ?? ''));
  const after = row.slice(row.findIndex(({ id }) => id === step.id) + 1);
  const onward = isRecurring(step) ? undefined : (after.find(wantsSomebody) ?? after.at(-1));
  // Who took a step out of turn goes back to what the next one still waits for.
  const waits = (id: PlanStep['id']) => gates[id].status === 'cannot-start';
  const skipped = row.find(({ id }) => id !== step.id && !gates[id].passable && !waits(id));
  const following = onward && waits(onward.id) ? (skipped ?? onward) : onward;
  const passedOver = following ? after.slice(0, Math.max(0, after.indexOf(following))) : [];
  return {
    run,
    step,
    action,
    title: intl.formatMessage(title),
    why: intl.formatMessage(why),
    number,
    total: row.length,
    state,
    gate,
    config,
    repair: place(undermined(step, state, gate)),
    next: following && place(following.id),
    passedOver: passedOver.flatMap(({ id }) => place(id) ?? []),
    place,
    choices,
    review,
    answer: {
      ...commands.answer,
      run: async (body) => {
        if (await commands.answer.run(step.id, body)) draft.drop();
      },
    },
    check: {
      ...commands.check,
      // The first step begins the whole pre-flight: all faults show now, not one screen at a time.
      run: (checks) =>
        commands.check.run(
          checks ? { checks: mendedAlong(state, checks) } : number === 1 ? {} : { step: step.id },
        ),
    },
    start: { ...commands.start, run: (driver) => action && commands.start.run(action, driver) },
    later: {
      asked,
      ask,
      review: laterReview,
      start: {
        ...laterStart,
        run: async (driver, confirmed) => {
          if (asked && (await laterStart.run(asked, driver, confirmed))) ask(undefined);
        },
      },
    },
    override: commands.override,
    withdraw: commands.withdraw,
    nudge: commands.nudge,
    cancel: commands.cancel,
    handOver: { ...handOver, stop: commands.cancel },
    invitees,
    update: {
      ...update,
      record: record ?? undefined,
      proposed: proposed ?? undefined,
      hrefOf: (id) => `${paths.step(run, step.id)}${id ? `?record=${encodeURIComponent(id)}` : ''}`,
    },
    download,
    leave: () => go(paths.home),
    ways: useSignInWays(run),
    draft,
    signedIn: auth.arrival.signedIn,
    me: auth.account?.user ?? '',
  };
}
