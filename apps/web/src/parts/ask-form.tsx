import {
  Button,
  DialogActions,
  DialogContent,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ProblemPanel } from './problem-panel.tsx';
import type { HandOver } from './step-model.ts';

const useStyles = makeStyles({
  // Its parts are placed by the dialog's own grid.
  form: { display: 'contents' },
  fields: { display: 'grid', gap: tokens.spacingVerticalL },
  line: { margin: 0 },
  button: { '@media (min-width: 481px)': { whiteSpace: 'nowrap' } },
});

const lasts = [1, 3, 7, 14] as const;

interface Props {
  readonly asked: Parameters<HandOver['give']['run']>[0];
  readonly give: HandOver['give'];
  readonly again: boolean;
  readonly onClose: () => void;
}

export function AskForm({ asked, give, again, onClose }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const id = useId();
  const [to, setTo] = useState('');
  const [days, setDays] = useState(7);
  const [nameless, setNameless] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (to.trim() === '') setNameless(true);
    else if (!give.busy) give.run(asked, to.trim(), days);
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <DialogContent>
        <div className={styles.fields}>
          <p className={styles.line}>
            <FormattedMessage
              id="web.ask.words"
              defaultMessage="You get a link to send. It shows this one task and nothing else of the set-up, needs no account here, and ends when it is done. We notice that by ourselves."
            />{' '}
            {again && (
              <FormattedMessage id="web.ask.ends" defaultMessage="The link you made before ends now." />
            )}
          </p>
          {give.problem && <ProblemPanel problem={give.problem} />}
          <Field
            label={intl.formatMessage({ id: 'web.ask.name', defaultMessage: 'Name' })}
            hint={intl.formatMessage({
              id: 'web.ask.name.hint',
              defaultMessage: 'Shown to them, in this set-up and in its report.',
            })}
            required
            validationState={nameless ? 'error' : 'none'}
            validationMessage={
              nameless
                ? intl.formatMessage({ id: 'web.ask.name.missing', defaultMessage: 'Say whom you ask.' })
                : undefined
            }
          >
            <Input
              value={to}
              maxLength={80}
              autoComplete="off"
              onChange={(_, { value }) => {
                setTo(value);
                setNameless(false);
              }}
            />
          </Field>
          <Field label={intl.formatMessage({ id: 'web.ask.days', defaultMessage: 'The link works for' })}>
            <Select id={id} value={String(days)} onChange={(_, { value }) => setDays(Number(value))}>
              {lasts.map((n) => (
                <option key={n} value={n}>
                  {intl.formatMessage(
                    { id: 'duration.days', defaultMessage: '{n, plural, one {# day} other {# days}}' },
                    { n },
                  )}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </DialogContent>
      <DialogActions>
        <Button type="submit" appearance="primary" className={styles.button} disabledFocusable={give.busy}>
          <FormattedMessage id="web.ask.make" defaultMessage="Make the link" />
        </Button>
        <Button appearance="secondary" className={styles.button} onClick={onClose}>
          <FormattedMessage id="web.ask.cancel" defaultMessage="Don’t ask" />
        </Button>
      </DialogActions>
    </form>
  );
}
