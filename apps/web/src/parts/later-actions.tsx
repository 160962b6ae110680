import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ActionId } from '@portico/contract/plan';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { actionTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Section } from '../ui/section.tsx';
import type { StepModel } from './step-model.ts';

// Few people need it, and what keeps the focus inside a dialog is large.
const LaterDialog = lazy(() => import('./later-dialog.tsx'));

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** What a step calls its later actions, where they are no interruptions. */
export interface LaterWords {
  readonly title: ReactNode;
  readonly lead: ReactNode;
  /** Beside the one that the step asks for now. */
  readonly turn?: ReactNode;
}

interface Props {
  readonly actions: readonly ActionId[];
  readonly model: Pick<StepModel, 'later' | 'ways'>;
  readonly words?: LaterWords | undefined;
  /** While one is under way no other can be begun. */
  readonly busy: boolean;
  /** The button that asked for one, wherever it stands. */
  readonly opener: HTMLElement | undefined;
  readonly onAsk: (action: ActionId, button: HTMLElement) => void;
}

/** What can be done with what stands: each is shown whole before it is begun. */
export function LaterActions({ actions, model, words, busy, opener, onAsk }: Props) {
  const { later, ways } = model;
  const styles = useStyles();
  const say = useSay();
  // The dialog is closed before it goes: taken away while open it leaves the page behind it hidden from screen readers.
  const [chosen, choose] = useState(later.asked);
  if (later.asked && later.asked !== chosen) choose(later.asked);
  const shown = later.asked ?? chosen;
  const close = () => {
    later.ask(undefined);
    opener?.focus();
  };
  return (
    <>
      {!busy && actions.length > 0 && (
        <Section
          title={
            words?.title ?? <FormattedMessage id="web.later.title" defaultMessage="Interrupt or take back" />
          }
          lead={
            words?.lead ?? (
              <FormattedMessage
                id="web.later.lead"
                defaultMessage="For maintenance, or when something went wrong. You see what exactly will change before anything does."
              />
            )
          }
        >
          <div className={styles.row}>
            {actions.map((action) => (
              <Button
                key={action}
                aria-haspopup="dialog"
                onClick={({ currentTarget }) => onAsk(action, currentTarget)}
              >
                {say(actionTitle(action))} …
              </Button>
            ))}
          </div>
        </Section>
      )}
      {shown && (
        <Suspense>
          <LaterDialog
            key={shown}
            action={shown}
            open={later.asked !== undefined}
            later={later}
            ways={ways}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}
