import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { actionLeft } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { Note } from '../ui/note.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  words: { margin: 0 },
});

interface Props {
  readonly action: string;
  readonly onCancel: () => void;
}

/** Each of the two takes the place of the other, and so takes its focus too. */
const focus = (button: HTMLButtonElement | null) => button?.focus();

/** Stopping in the middle, said in two steps: what stays behind comes before the second. */
export function CancelOperation({ action, onCancel }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  const say = useSay();
  const left = actionLeft(action);
  if (!asking)
    return (
      <Button
        appearance="subtle"
        ref={asked ? focus : undefined}
        onClick={() => {
          setAsking(true);
          setAsked(true);
        }}
      >
        <FormattedMessage id="web.cancel" defaultMessage="Stop this" />
      </Button>
    );
  return (
    <Note
      tone="careful"
      title={<FormattedMessage id="web.cancel.title" defaultMessage="Stop in the middle?" />}
    >
      <p className={styles.words}>
        {intl.messages[left.id] ? (
          say(left)
        ) : (
          <FormattedMessage
            id="web.cancel.left"
            defaultMessage="What was already changed stays as it is. We list it here once it has stopped."
          />
        )}
      </p>
      <div className={styles.row}>
        <Button
          onClick={() => {
            setAsking(false);
            onCancel();
          }}
        >
          <FormattedMessage id="web.cancel.yes" defaultMessage="Stop it" />
        </Button>
        <Button appearance="subtle" ref={focus} onClick={() => setAsking(false)}>
          <FormattedMessage id="web.cancel.no" defaultMessage="Keep going" />
        </Button>
      </div>
    </Note>
  );
}
