import { answers } from '@portico/contract/answers';
import { msg } from '@portico/plan/text';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { reminderFile } from '../data/reminder.ts';
import { saveFile } from '../data/save-file.ts';
import { useDraft } from '../data/use-draft.ts';
import { DomainGuide } from '../parts/domain-guide.tsx';
import { factsOf } from '../parts/facts.ts';
import { GoLiveForm, type GoLiveDraft } from '../parts/go-live-form.tsx';
import type { StepModel } from '../parts/step-model.ts';
import { StepPage } from '../parts/step-page.tsx';
import { reminderWords, TrialClock } from '../parts/trial-clock.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.go-live', defaultMessage: 'Go live' }),
  why: msg({
    id: 'web.step.go-live.why',
    defaultMessage:
      'A new site is a private trial that ends by itself. Here it becomes a site that stays, and that your customers reach.',
  }),
};

const schema = answers['go-live'];

/** Unfinished, so the schema of the answers can't judge it. */
const draftSchema = z.object({ convert: z.enum(['now', 'later']).optional(), by: z.string() });
const asDraft = (kept: unknown): GoLiveDraft | undefined => draftSchema.safeParse(kept).data;

const bodyOf = ({ convert, by }: GoLiveDraft) => (convert === 'later' ? { convert, by } : { convert });

function View({ model }: { readonly model: StepModel }) {
  const { state, gate } = model;
  const kept = schema.safeParse(state.answers['go-live']).data;
  const [edited, edit] = useDraft(model.draft, asDraft);
  const before: GoLiveDraft = { convert: kept?.convert, by: kept?.convert === 'later' ? kept.by : '' };
  const draft = edited ?? before;
  const checked = schema.safeParse(bodyOf(draft));
  const production = factsOf(state, 'site-is-production')?.type === 'production';
  const sooner = kept?.convert === 'later' ? () => edit({ ...draft, convert: 'now' }) : undefined;
  return (
    <StepPage
      model={model}
      decision={{
        form: (
          <>
            <Clock model={model} />
            {/* In production it is decided for good: what is left to do there comes first. */}
            {!(production && !gate.passable) && <GoLiveForm draft={draft} onChange={edit} />}
          </>
        ),
        label:
          draft.convert === 'later' ? (
            <FormattedMessage id="web.go-live.decide.later" defaultMessage="Leave it a trial for now" />
          ) : (
            <FormattedMessage id="web.go-live.decide" defaultMessage="Check whether it can be converted" />
          ),
        changed: kept === undefined || JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(before)),
        missing: checked.success ? undefined : (
          <FormattedMessage
            id="web.go-live.missing"
            defaultMessage="Choose when the site is converted; if later, say who does it."
          />
        ),
        body: () => checked.data,
      }}
      actionLabel={
        model.review.value?.changes.length === 0 ? (
          <FormattedMessage id="web.go-live.converted" defaultMessage="Go on with this production site" />
        ) : (
          <FormattedMessage id="web.go-live.convert" defaultMessage="Convert the site to production" />
        )
      }
      proof={<Clock model={model} onSooner={sooner} />}
      below={<Domain model={model} production={production} />}
      later={kept ? laterOf(model) : []}
      laterWords={{
        title: <FormattedMessage id="web.go-live.site" defaultMessage="The site itself" />,
        lead: (
          <FormattedMessage
            id="web.go-live.site.lead"
            defaultMessage="Who may see it, a restart, and what is left when it is deleted. You see what exactly will change before anything does."
          />
        ),
        turn: (
          <FormattedMessage
            id="web.go-live.publish.lead"
            defaultMessage="Then your customers reach it. You see what exactly will change before anything does."
          />
        ),
      }}
    />
  );
}

/** What makes sense to do with the site as it stands. */
function laterOf({ state, gate }: StepModel) {
  const visibility = factsOf(state, 'site-public')?.visibility;
  if (visibility === undefined) return [];
  // The trial's end doesn't wait for what else has to be repaired.
  const trial = factsOf(state, 'site-is-production')?.type === 'trial';
  const closed = gate.reasons.some(({ kind }) => kind === 'step');
  // What the tenant keeps a trial from is offered once it is none.
  const kept = trial && state.checks['publishing-allowed']?.finding?.state === 'warn';
  return [
    ...(trial && closed ? (['convert-site'] as const) : []),
    ...(visibility === 'public' ? (['hide-site'] as const) : kept ? [] : (['publish-site'] as const)),
    'restart-site' as const,
    'delete-site-host' as const,
  ];
}

interface ClockProps {
  readonly model: StepModel;
  readonly onSooner?: (() => void) | undefined;
}

function Clock({ model: { run, state }, onSooner }: ClockProps) {
  const intl = useIntl();
  const found = factsOf(state, 'trial-clock');
  if (!found?.clock) return null;
  const { clock, name } = found;
  const save = () => {
    const url = window.location.href.replace(/[?#].*$/, '');
    const file = reminderFile({
      ...reminderWords(intl, name, clock),
      uid: `trial-${run}`,
      url,
      clock,
      now: new Date(),
    });
    saveFile('portico-trial.ics', new Blob([file], { type: 'text/calendar;charset=utf-8' }));
  };
  return <TrialClock clock={clock} onSave={save} onSooner={onSooner} />;
}

function Domain({
  model: { state },
  production,
}: {
  readonly model: StepModel;
  readonly production: boolean;
}) {
  const hosts = factsOf(state, 'custom-domain')?.hosts;
  const url = factsOf(state, 'site-provisioned')?.url;
  return hosts && url ? <DomainGuide url={url} hosts={hosts} production={production} /> : null;
}

export const goLive: StepView = { ...words, View };
