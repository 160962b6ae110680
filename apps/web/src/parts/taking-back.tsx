import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Change } from '@portico/plan/action';
import { type ActionId, plan } from '@portico/contract/plan';
import { undoings } from '@portico/contract/undoing';
import { msg } from '@portico/plan/text';
import { FormattedMessage, type MessageDescriptor } from 'react-intl';
import { actionTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Disclosure } from '../ui/disclosure.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalL,
    maxWidth: '68ch',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    justifyContent: 'space-between',
  },
  title: { ...typographyStyles.body1Strong },
  back: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, alignSelf: 'center' },
  never: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  line: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

const words: Readonly<Record<Change['undo'], MessageDescriptor>> = {
  possible: msg({ id: 'web.back.possible', defaultMessage: 'Can be taken back here' }),
  'by-hand': msg({ id: 'web.back.by-hand', defaultMessage: 'Can be taken back by hand' }),
  impossible: msg({ id: 'web.back.impossible', defaultMessage: 'Can’t be taken back' }),
};

const actions: readonly ActionId[] = plan.steps.flatMap((step): readonly ActionId[] => step.actions);

/** What each thing that Portico does leaves behind, and how it is taken back: the same words as in the report. */
export function TakingBack() {
  const styles = useStyles();
  const say = useSay();
  return (
    <Disclosure
      label={<FormattedMessage id="web.back" defaultMessage="What can be taken back, and what can’t" />}
    >
      <ul className={styles.list}>
        {actions.map((action) => {
          const { back, says } = undoings[action];
          return (
            <li key={action}>
              <div className={styles.head}>
                <span className={styles.title}>{say(actionTitle(action))}</span>
                <span className={mergeClasses(styles.back, back === 'impossible' && styles.never)}>
                  <FormattedMessage {...words[back]} />
                </span>
              </div>
              {says.map(({ id }) => (
                <p key={id} className={styles.line}>
                  {say({ id })}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
