import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Guide } from '@portico/plan/action';
import { FormattedMessage } from 'react-intl';
import { useSay } from '../text/say.ts';
import { OutsideButton } from '../ui/outside-link.tsx';
import { GuideTroubles } from './guide-troubles.tsx';
import { OwnWindow } from './own-window.tsx';
import { isSite, PageName } from './page-name.tsx';

const useStyles = makeStyles({
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
});

/** What exactly to click, and the way there. */
export function GuideSteps({ guide }: { readonly guide: Guide }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <>
      <ol className={styles.steps}>
        {guide.steps.map((step, index) => (
          <li key={`${step.id}.${index}`} className={styles.step}>
            <span className={styles.says}>{say(step)}</span>
          </li>
        ))}
      </ol>
      {isSite(guide.link) && <OwnWindow address={guide.link} />}
      <OutsideButton href={guide.link} big>
        <FormattedMessage
          id="web.guide.open"
          defaultMessage="Open {page}"
          values={{ page: <PageName link={guide.link} /> }}
        />
      </OutsideButton>
      {guide.troubles && <GuideTroubles troubles={guide.troubles} />}
    </>
  );
}
