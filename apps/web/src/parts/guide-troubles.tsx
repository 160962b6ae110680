import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Trouble } from '@portico/plan/action';
import { FormattedMessage } from 'react-intl';
import { ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Disclosure } from '../ui/disclosure.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  trouble: { display: 'grid', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  words: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
  line: { ...typographyStyles.body1, margin: 0 },
  steps: { margin: 0, paddingLeft: '24px', display: 'grid', gap: tokens.spacingVerticalXXS },
});

/** What Microsoft’s page may say instead, to compare with, and what helps. */
export function GuideTroubles({ troubles }: { readonly troubles: readonly Trouble[] }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <Disclosure
      label={<FormattedMessage id="web.guide.troubles" defaultMessage="If the page shows an error" />}
    >
      <ul className={styles.list}>
        {troubles.map(({ says, cause, who, steps }) => (
          <li key={cause.id} className={styles.trouble}>
            {says.map((words) => (
              <blockquote key={words} className={styles.words} lang="en">
                {words}
              </blockquote>
            ))}
            <p className={styles.line}>{say(cause)}</p>
            <ol className={styles.steps}>
              {steps.map((step) => (
                <li key={step.id}>{say(step)}</li>
              ))}
            </ol>
            {who !== 'you' && (
              <p className={styles.line}>
                <FormattedMessage
                  id="web.guide.trouble.owner"
                  defaultMessage="Can be done by: {owner}"
                  values={{ owner: <FormattedMessage {...ownerNames[who]} /> }}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
