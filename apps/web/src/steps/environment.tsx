import { answers } from '@portico/contract/answers';
import { passes } from '@portico/plan/finding';
import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { msg } from '@portico/plan/text';
import { EnvironmentCards } from '../parts/environment-cards.tsx';
import { EnvironmentPair } from '../parts/environment-pair.tsx';
import { factsOf } from '../parts/facts.ts';
import { HandOverRow } from '../parts/hand-over-row.tsx';
import { mendOf } from '../parts/last-hand-off.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import type { StepModel } from '../parts/step-model.ts';
import { StepPage } from '../parts/step-page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.environment', defaultMessage: 'Environment' }),
  why: msg({
    id: 'web.step.environment.why',
    defaultMessage: 'The portal lives in the environment that is linked to finance and operations.',
  }),
};

/** What says whether there is anything to choose from. */
const reading = 'environments-visible';

function View({ model }: { readonly model: StepModel }) {
  const { choices, state } = model;
  const kept = answers.environment.safeParse(state.answers['environment']).data?.environment;
  // The fittest one is suggested; nothing is decided until the person says so.
  const best = choices.value?.toSorted((a, b) => b.fitness - a.fitness)[0];
  const [picked, setPicked] = useState<string>();
  const chosen = picked ?? kept ?? (best && best.fitness > 0 ? best.value : undefined);
  const linked = factsOf(state, 'fno-linked');
  const { status, again } = choices;
  const readable = passes(state.checks[reading]?.finding);
  // Somebody gave what was missing: the list is read again without a click.
  useEffect(() => {
    if (readable && status === 'failed') again?.();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only the turn to the better counts
  }, [readable]);
  const form = (
    <>
      {choices.value ? (
        <EnvironmentCards choices={choices.value} chosen={chosen} kept={kept} onChoose={setPicked} />
      ) : (
        choices.status === 'loading' && <Skeleton rows={6} />
      )}
      {choices.status === 'failed' && (
        <ProblemPanel problem={choices.problem} ways={model.ways} onRetry={model.choices.again} />
      )}
      {choices.status === 'failed' && choices.problem.code === 'consent-missing' && (
        <HandOverRow
          asked={{ check: reading }}
          operation={mendOf(state, reading)}
          handOver={model.handOver}
        />
      )}
    </>
  );
  return (
    <StepPage
      model={model}
      decision={{
        form,
        label: <FormattedMessage id="web.environment.use" defaultMessage="Use this environment" />,
        changed: chosen !== kept || kept === undefined,
        missing: chosen ? undefined : status === 'failed' ? (
          <FormattedMessage
            id="web.environment.unread"
            defaultMessage="Your environments have to be read first."
          />
        ) : (
          <FormattedMessage id="web.environment.choose" defaultMessage="Choose an environment first." />
        ),
        body: () => ({ environment: chosen }),
      }}
      found={
        linked && (
          <Section title={<FormattedMessage id="web.environment.pair" defaultMessage="The pair" />}>
            <EnvironmentPair {...linked} />
          </Section>
        )
      }
    />
  );
}

export const environment: StepView = { ...words, choices: 'environments', View };
