import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Remedy } from '@portico/plan/finding';
import { FormattedMessage } from 'react-intl';
import { useSay } from '../text/say.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    maxWidth: '100%',
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  // Names of settings are long, and have no place to break at.
  steps: {
    margin: 0,
    paddingLeft: '24px',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
});

/** What to do about it, click by click, and by whom. */
export function RemedySteps({ remedy }: { readonly remedy: Remedy }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.root}>
      <p className={styles.title}>
        {remedy.owner === 'you' ? (
          <FormattedMessage id="web.remedy.you" defaultMessage="What you can do" />
        ) : (
          <FormattedMessage id="web.remedy.other" defaultMessage="What to do" />
        )}
      </p>
      <ol className={styles.steps}>
        {remedy.steps.map((step, index) => (
          <li key={`${step.id}.${index}`}>{say(step)}</li>
        ))}
      </ol>
    </div>
  );
}
