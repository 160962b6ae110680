import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Guide } from '@portico/plan/action';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ownerNames } from '../text/names.ts';
import { GuideSteps } from './guide-steps.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
  turn: { ...typographyStyles.body1Strong, margin: 0 },
});

interface Props {
  readonly guide: Guide;
  readonly aid?: ReactNode;
  /** Somebody else was asked: it is their turn, as is said below. */
  readonly handed: boolean;
  readonly children?: ReactNode;
}

/** What a person does in Microsoft's own page, in Microsoft's own words. */
export function GuidePanel({ guide, aid, handed, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {!handed && (
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
      )}
      {aid}
      <GuideSteps guide={guide} />
      {children}
    </div>
  );
}
