import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { isTyped } from '@portico/contract/is-typed';
import type { ActionId } from '@portico/contract/plan';
import type { Driver } from '@portico/plan/action';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { actionTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { ProblemPanel } from './problem-panel.tsx';
import { ReviewSection } from './review-section.tsx';
import type { SignInWays } from './sign-in-ways.tsx';
import type { Later } from './step-model.ts';

const useStyles = makeStyles({
  // On a phone, and at high zoom, it is as wide as what it lies on.
  surface: { maxWidth: 'min(640px, calc(100vw - 16px))' },
  content: { display: 'grid', gap: tokens.spacingVerticalL },
  wide: { minHeight: '40px', whiteSpace: 'nowrap' },
});

interface Props {
  readonly action: ActionId;
  readonly open: boolean;
  readonly later: Later;
  readonly ways: SignInWays;
  readonly onClose: () => void;
}

/** What an action of later days would change, who does it, and the button that begins it. */
export default function LaterDialog({ action, open, later, ways, ...props }: Props) {
  const { review, start } = later;
  const styles = useStyles();
  const say = useSay();
  const [wanted, setWanted] = useState<Driver>();
  const { value } = review;
  const typed = value?.confirm;
  const driver = wanted ?? (value?.drivers.automatic.available ? 'automatic' : 'guided');
  const nothing = value?.changes.length === 0;
  const intl = useIntl();
  const [entered, enter] = useState('');
  const onClose = () => {
    enter('');
    props.onClose();
  };
  const confirmed = typed === undefined || isTyped(typed, entered);
  return (
    // Motion would explain nothing here.
    <Dialog open={open} surfaceMotion={null} onOpenChange={(_, next) => !next.open && onClose()}>
      <DialogSurface className={styles.surface} backdropMotion={null}>
        <DialogBody>
          <DialogTitle>{say(actionTitle(action))}</DialogTitle>
          <DialogContent className={styles.content}>
            {start.problem && <ProblemPanel problem={start.problem} ways={ways} />}
            <ReviewSection action={action} review={review} driver={driver} onDriver={setWanted} ways={ways} />
            {value && !nothing && typed !== undefined && (
              <Field
                label={intl.formatMessage(
                  { id: 'web.later.type', defaultMessage: 'Type {typed} to confirm' },
                  { typed },
                )}
              >
                <Input
                  value={entered}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(_, { value: now }) => enter(now)}
                />
              </Field>
            )}
          </DialogContent>
          <DialogActions>
            {value && !nothing && review.status === 'ready' && (
              <Button
                appearance="primary"
                className={styles.wide}
                disabledFocusable={start.busy || !confirmed}
                onClick={() => {
                  if (start.busy || !confirmed) return;
                  enter('');
                  start.run(driver, typed === undefined ? undefined : entered);
                }}
              >
                {driver === 'guided' ? (
                  <FormattedMessage id="web.primary.watch" defaultMessage="Watch while I do it" />
                ) : (
                  say(actionTitle(action))
                )}
              </Button>
            )}
            <Button className={styles.wide} onClick={onClose}>
              <FormattedMessage id="web.later.close" defaultMessage="Cancel" />
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
