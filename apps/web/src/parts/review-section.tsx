import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { usuallyTakes } from '@portico/contract/usual-seconds';
import type { Driver } from '@portico/plan/action';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSay } from '../text/say.ts';
import { duration } from '../ui/duration.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ChangeList } from './change-list.tsx';
import { DriverChoice } from './driver-choice.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import type { SignInWays } from './sign-in-ways.tsx';
import type { StepModel } from './step-model.ts';

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: '24px', display: 'grid', gap: tokens.spacingVerticalXS },
  takes: { ...typographyStyles.body1, margin: 0 },
  quiet: {
    ...typographyStyles.body1,
    margin: `${tokens.spacingVerticalS} 0 0`,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly action: string | undefined;
  readonly review: StepModel['review'];
  readonly driver: Driver;
  readonly onDriver: (driver: Driver) => void;
  readonly ways: SignInWays;
}

/** Where the foot of the page leads whoever hasn't seen the list. */
export const reviewId = 'changes';

/** Before anything changes: what, where, whether it can be taken back, and who does it. */
export function ReviewSection({ action, review, driver, onDriver, ways }: Props) {
  const styles = useStyles();
  const say = useSay();
  const intl = useIntl();
  const { value } = review;
  const takes = usuallyTakes(action);
  return (
    <Section
      id={reviewId}
      next
      title={<FormattedMessage id="web.review.title" defaultMessage="What will change" />}
      lead={
        <FormattedMessage
          id="web.review.lead"
          defaultMessage="{n, plural, =-1 {} =0 {} one {This one change, and nothing else. } other {These changes, and nothing else. }}Nothing has been changed yet."
          values={{ n: value?.changes.length ?? -1 }}
        />
      }
    >
      {review.status === 'failed' && (
        <ProblemPanel problem={review.problem} ways={ways} onRetry={review.again} />
      )}
      {review.status === 'loading' && !value && <Skeleton rows={4} />}
      {value && (
        <>
          <ChangeList changes={value.changes} />
          {takes !== undefined && value.changes.length > 0 && (
            <p className={styles.takes}>
              <FormattedMessage
                id="web.review.takes"
                defaultMessage="Microsoft usually takes about {time} for it. You can leave meanwhile: it goes on without you."
                values={{ time: duration(intl, takes) }}
              />
            </p>
          )}
          <DriverChoice drivers={value.drivers} chosen={driver} onChoose={onDriver} />
          {driver === 'guided' && (
            <Disclosure
              label={<FormattedMessage id="web.review.clicks" defaultMessage="What you will click" />}
            >
              <ol className={styles.steps}>
                {value.drivers.guided.guide.steps.map((step, index) => (
                  <li key={`${step.id}.${index}`}>{say(step)}</li>
                ))}
              </ol>
              <p className={styles.quiet}>{say(value.drivers.guided.guide.notice)}</p>
            </Disclosure>
          )}
        </>
      )}
    </Section>
  );
}
