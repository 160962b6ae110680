import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Guide } from '@portico/plan/action';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ownerNames } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { OutsideButton } from '../ui/outside-link.tsx';
import { PageName } from './page-name.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
  steps: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    counterReset: 'step',
    display: 'grid',
    gap: tokens.spacingVerticalM,
  },
  step: {
    counterIncrement: 'step',
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    overflowWrap: 'anywhere',
    '::before': {
      content: 'counter(step)',
      ...typographyStyles.body1Strong,
      display: 'grid',
      placeItems: 'center',
      width: '26px',
      height: '26px',
      borderRadius: tokens.borderRadiusCircular,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      color: tokens.colorBrandForeground1,
    },
  },
  says: { paddingTop: '4px' },
  turn: { ...typographyStyles.body1Strong, margin: 0 },
});

/** What a person does in Microsoft's own page, in Microsoft's own words. */
export function GuidePanel({ guide, children }: { readonly guide: Guide; readonly children?: ReactNode }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.root}>
      <p className={styles.turn}>
        {guide.who === 'you' ? (
          <FormattedMessage id="web.guide.yours" defaultMessage="It is your turn." />
        ) : (
          <FormattedMessage
            id="web.guide.who"
            defaultMessage="It is your turn, if you hold this role: {who}. If not, it is the turn of somebody who does."
            values={{ who: <FormattedMessage {...ownerNames[guide.who]} /> }}
          />
        )}
      </p>
      <ol className={styles.steps}>
        {guide.steps.map((step, index) => (
          <li key={`${step.id}.${index}`} className={styles.step}>
            <span className={styles.says}>{say(step)}</span>
          </li>
        ))}
      </ol>
      <OutsideButton href={guide.link} big>
        <FormattedMessage
          id="web.guide.open"
          defaultMessage="Open {page}"
          values={{ page: <PageName link={guide.link} /> }}
        />
      </OutsideButton>
      {children}
    </div>
  );
}
