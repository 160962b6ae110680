import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';
import { Popover } from '../ui/popover.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  line: { ...typographyStyles.body1, margin: 0 },
});

interface Props {
  readonly version: string;
  /** What is worth telling of the run that is open; worked out when it is asked for. */
  readonly bundle?: () => string;
  /** Of the step that is open. */
  readonly children?: ReactNode;
}

/** What the open step is for, then what holds everywhere. */
export function Help({ version, bundle, children }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  return (
    <Popover
      label={intl.formatMessage({ id: 'web.help', defaultMessage: 'Help' })}
      button={<QuestionCircle20Regular aria-hidden />}
    >
      <div className={styles.root}>
        {children}
        <p className={styles.line}>
          <FormattedMessage
            id="web.help.words"
            defaultMessage="Portico looks first, shows what it would change, and changes nothing until you press the button that says so. You can leave at any time and come back to the same place."
          />
        </p>
        <OutsideLink href="https://learn.microsoft.com/dynamics365/supply-chain/sales-marketing/customer-portal-setup">
          <FormattedMessage id="web.help.microsoft" defaultMessage="Microsoft about the Customer Portal" />
        </OutsideLink>
        <CopyButton
          text={() =>
            [`Portico ${version}`, window.location.href, navigator.userAgent, bundle?.()]
              .filter((part) => part !== undefined)
              .join('\n')
          }
          label={intl.formatMessage({ id: 'web.help.copy', defaultMessage: 'Copy details for support' })}
        />
      </div>
    </Popover>
  );
}
