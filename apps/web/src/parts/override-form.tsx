import { Button, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '../ui/note.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, width: '100%', maxWidth: '480px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  words: { margin: 0 },
});

/** The API asks for as much: a reason that somebody else understands later. */
const enough = 10;
const spans = [7, 30, 90] as const;

interface Props {
  readonly busy: boolean;
  readonly todo: boolean;
  readonly onGive: (reason: string, days: number) => void;
  readonly onLeave: () => void;
}

/** Going on although a check doesn't pass: with a reason, a name and an end. */
export function OverrideForm({ busy, todo, onGive, onLeave }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const [days, setDays] = useState<number>(spans[0]);
  const ready = reason.trim().length >= enough;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onGive(reason.trim(), days);
  };
  return (
    <Note
      tone="careful"
      title={
        <FormattedMessage
          id="web.override.title"
          defaultMessage="{todo, select, yes {Leave this for later?} other {Go on without this?}}"
          values={{ todo: todo ? 'yes' : 'no' }}
        />
      }
    >
      <p className={styles.words}>
        <FormattedMessage
          id="web.override.words"
          defaultMessage="Everybody who works on this set-up can go on to the next step; nothing is changed at Microsoft, and nothing is mended. Your name and your reason stand in the report. It ends by itself on the day you choose, or as soon as something else is found."
        />
      </p>
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={intl.formatMessage({ id: 'web.override.reason', defaultMessage: 'Why it is fine here' })}
          hint={intl.formatMessage({
            id: 'web.override.reason.hint',
            defaultMessage: 'A sentence that a colleague understands in half a year.',
          })}
        >
          <Textarea
            value={reason}
            maxLength={500}
            // The person asked for this form: they go on where they are.
            ref={focusOnce}
            onChange={(_, { value }) => setReason(value.replaceAll(/\s*\n\s*/g, ' '))}
          />
        </Field>
        <Field label={intl.formatMessage({ id: 'web.override.days', defaultMessage: 'It holds for' })}>
          <RadioGroup
            layout="horizontal"
            value={String(days)}
            onChange={(_, { value }) => setDays(Number(value))}
          >
            {spans.map((span) => (
              <Radio
                key={span}
                value={String(span)}
                label={intl.formatMessage(
                  { id: 'web.override.span', defaultMessage: '{days, plural, one {# day} other {# days}}' },
                  { days: span },
                )}
              />
            ))}
          </RadioGroup>
        </Field>
        <div className={styles.row}>
          <Button type="submit" disabledFocusable={!ready || busy}>
            <FormattedMessage id="web.override.give" defaultMessage="Go on without it" />
          </Button>
          <Button appearance="subtle" onClick={onLeave}>
            <FormattedMessage id="web.override.leave" defaultMessage="Don’t go on" />
          </Button>
          {!ready && <FormattedMessage id="web.override.missing" defaultMessage="Give a reason first." />}
        </div>
      </form>
    </Note>
  );
}

const focusOnce = (field: HTMLTextAreaElement | null) => field?.focus();
