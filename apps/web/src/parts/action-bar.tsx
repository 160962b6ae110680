import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { footStyle } from './foot-style.ts';

const useStyles = makeStyles({
  root: { ...footStyle, '@media print': { display: 'none' } },
  reason: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, flex: '1 1 240px' },
  wide: { minHeight: '40px', whiteSpace: 'normal', maxWidth: '100%' },
});

export interface Primary {
  readonly label: ReactNode;
  /** Why it can't be pressed now. It stays reachable, and pressing it does nothing. */
  readonly reason?: ReactNode;
  /** What to know before pressing it. */
  readonly note?: ReactNode;
  readonly busy?: boolean;
  /** With the button: a dialog that it opens gives the focus back to it. */
  readonly onPress: (button: HTMLElement) => void;
}

interface Props {
  readonly primary: Primary | undefined;
  readonly onLeave: () => void;
}

/** The foot of a step: the one button that goes on, the reason when it can't be pressed, and the way out. */
export function ActionBar({ primary, onLeave }: Props) {
  const styles = useStyles();
  const id = useId();
  const words = primary?.reason ?? primary?.note;
  const shut = primary !== undefined && (primary.reason !== undefined || primary.busy === true);
  return (
    <div className={styles.root}>
      {primary && (
        <Button
          appearance="primary"
          className={styles.wide}
          disabledFocusable={shut}
          aria-describedby={words ? id : undefined}
          onClick={({ currentTarget }) => !shut && primary.onPress(currentTarget)}
        >
          {primary.label}
        </Button>
      )}
      <Button className={styles.wide} appearance="subtle" onClick={onLeave}>
        <FormattedMessage id="web.leave" defaultMessage="Save and leave" />
      </Button>
      {words && (
        <span id={id} className={styles.reason}>
          {words}
        </span>
      )}
    </div>
  );
}
