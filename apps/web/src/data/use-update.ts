import { answers } from '@portico/contract/answers';
import type { UpdatePlanFile } from '@portico/contract/update';
import { passes } from '@portico/plan/finding';
import type { RunState } from '@portico/plan/reduce';
import { useState } from 'react';
import { saveFile } from './save-file.ts';
import { useCommand } from './use-command.ts';
import { useDecisions } from './use-decisions.ts';
import { useRead } from './use-read.ts';
import { useSnapshots } from './use-snapshots.ts';
import { useSettled } from './use-settled.ts';
import { useWorkspace } from './workspace.ts';

const step = 'update';
/** Decisions come in bursts; what they come to is read once they pause. Milliseconds. */
const pause = 400;

/** Where both sides come from: read anew, they come to something else. */
const sources = ['baseline-kept', 'template-suitable', 'update-decided', 'update-applied'];

/**
 * A new template beside the site: the pick list of sites, what they come to, and one record of it. Read again when
 * anybody decided something. `wanted`: on other steps nothing is read.
 */
export function useUpdate(run: string, state: RunState, record: string | undefined, wanted: boolean) {
  const { api, drafts } = useWorkspace();
  const [environment, lookIn] = useState<string>();
  const sites = useRead(wanted && environment ? `${run} sites ${environment}` : undefined, async (signal) =>
    environment
      ? (await api.listChoices({ kind: 'template-sites', run, search: environment, signal })).choices
      : [],
  );
  const templates = useRead(
    wanted ? `${run} templates` : undefined,
    async (signal) => (await api.listChoices({ kind: 'known-templates', run, signal })).choices,
  );
  const template = answers.update.safeParse(state.answers[step]).data;
  const compared = template !== undefined && passes(state.checks['template-suitable']?.finding);
  const decided = Object.values(state.choices).reduce((last, { seq }) => Math.max(last, seq), 0);
  const rests = [run, template, sources.map((id) => state.checks[id]?.at)];
  const latest = JSON.stringify([...rests, decided]);
  const revision = useSettled(latest, pause);
  const overview = useRead(wanted && compared ? revision : undefined, (signal) =>
    api.getUpdate({ run, signal }),
  );
  const shown = wanted && compared && record ? `${record} ${revision}` : undefined;
  const [looking, lookAtPreview] = useState(false);
  const preview = useRead(shown && looking ? `preview ${shown}` : undefined, (signal) =>
    api.previewUpdateRecord({ run, record: record ?? '', signal }),
  );
  const detail = useRead(shown, (signal) => api.getUpdateRecord({ run, record: record ?? '', signal }));
  return {
    sites,
    templates,
    lookIn,
    compared,
    overview,
    // What was decided since isn’t in it yet.
    counting: revision !== latest || overview.status === 'loading',
    // What is held of another record isn't this one.
    detail:
      detail.status === 'failed' || detail.value?.id === record
        ? detail
        : { status: 'loading' as const, again: detail.again },
    preview:
      preview.status === 'failed' || preview.value?.id === record
        ? preview
        : { status: 'loading' as const, again: preview.again },
    lookAtPreview,
    decisions: useDecisions(run, step, state.choices),
    snapshots: useSnapshots(run),
    draftOf: (name: string) => drafts(`${run}.${step}.${name}`),
    /** As JSON, or as it is drawn for people. */
    savePlan: useCommand(async (draw?: (plan: UpdatePlanFile) => string) => {
      const plan = await api.getUpdatePlan({ run });
      const name = `portico-update-${run}`;
      if (draw) saveFile(`${name}.html`, new Blob([draw(plan)], { type: 'text/html' }));
      else saveFile(`${name}.json`, new Blob([JSON.stringify(plan, null, 2)], { type: 'application/json' }));
    }),
  };
}
