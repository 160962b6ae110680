import {
  Button,
  DialogActions,
  DialogContent,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { FormattedMessage, useIntl } from 'react-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { selectWhole } from '../ui/select-whole.ts';
import type { HandOver } from './step-model.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  line: { margin: 0 },
});

interface Props {
  readonly made: NonNullable<HandOver['made']>;
  readonly onClose: () => void;
}

/** What was just made takes the place of the form, and so takes its focus too. */
const focus = (field: HTMLInputElement | null) => field?.focus();

/** The link, ready to be sent. The letter says no more than the page it leads to. */
export function MadeLink({ made: { to, link }, onClose }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const subject = intl.formatMessage({
    id: 'web.ask.mail.subject',
    defaultMessage: 'One thing to do for the Customer Portal',
  });
  const body = intl.formatMessage(
    {
      id: 'web.ask.mail.body',
      defaultMessage:
        'Hello {to},\n\nwould you do one thing for the Customer Portal? This page says what, why, and what exactly to click. It needs no account, and it notices by itself when it is done.\n\n{link}\n',
    },
    { to, link },
  );
  return (
    <>
      <DialogContent>
        <div className={styles.root}>
          <Field
            label={intl.formatMessage({ id: 'web.ask.link', defaultMessage: 'Link for {to}' }, { to })}
            hint={intl.formatMessage({
              id: 'web.ask.link.hint',
              defaultMessage:
                'It is shown this once. You can make a new one at any time, which ends this one.',
            })}
          >
            <Input ref={focus} readOnly value={link} onFocus={selectWhole} />
          </Field>
          <div className={styles.row}>
            <CopyButton
              text={link}
              label={intl.formatMessage({ id: 'web.ask.copy', defaultMessage: 'Copy the link' })}
            />
            <Button
              as="a"
              size="small"
              appearance="subtle"
              icon={<Mail20Regular />}
              href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}
            >
              <FormattedMessage id="web.ask.mail" defaultMessage="Write a mail" />
            </Button>
          </div>
        </div>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={onClose}>
          <FormattedMessage id="web.ask.close" defaultMessage="Close" />
        </Button>
      </DialogActions>
    </>
  );
}
