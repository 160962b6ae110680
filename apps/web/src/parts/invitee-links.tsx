import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { InviteeState } from '@portico/contract/findings';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { selectWhole } from '../ui/select-whole.ts';
import { ProblemPanel } from './problem-panel.tsx';
import type { SignInWays } from './sign-in-ways.tsx';
import type { Invitees } from './step-model.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0, width: '100%' },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  link: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  field: { flexGrow: 1, minWidth: 'min(240px, 100%)' },
  state: { color: tokens.colorNeutralForeground2 },
});

/** What was just shown is what one came for. */
const focus = (field: HTMLInputElement | null) => field?.focus();

interface Props {
  /** What the links are for, where they stand. */
  readonly lead: ReactNode;
  readonly people: readonly InviteeState[];
  readonly invitees: Pick<Invitees, 'show' | 'link' | 'forget'>;
  readonly ways: SignInWays;
}

/** Who is invited, and each one's link: read when it is asked for, one at a time, and gone with the page. */
export function InviteeLinks({ lead, people, invitees: { show, link, forget }, ways }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  return (
    <div className={styles.root}>
      <p className={styles.lead}>{lead}</p>
      {show.problem && <ProblemPanel problem={show.problem} ways={ways} />}
      <ul
        className={styles.list}
        aria-label={intl.formatMessage({ id: 'web.links', defaultMessage: 'Invitations' })}
      >
        {people.map(({ contact, name, state, until }) => (
          <li key={contact} className={styles.row}>
            <div className={styles.head}>
              <span>
                {name} <span className={styles.state}>{stateWords(intl, state, until)}</span>
              </span>
              {state === 'open' && link?.contact !== contact && (
                <Button
                  size="small"
                  disabledFocusable={show.busy}
                  onClick={() => show.run(contact)}
                  aria-label={intl.formatMessage(
                    { id: 'web.links.show', defaultMessage: 'Show the link for {name}' },
                    { name },
                  )}
                >
                  <FormattedMessage id="web.links.show.short" defaultMessage="Show the link" />
                </Button>
              )}
            </div>
            {link?.contact === contact && link.address && (
              <div className={styles.link}>
                <Field
                  className={styles.field}
                  label={intl.formatMessage(
                    { id: 'web.links.link', defaultMessage: 'Link for {name}' },
                    { name },
                  )}
                >
                  <Input ref={focus} readOnly value={link.address} onFocus={selectWhole} />
                </Field>
                <CopyButton
                  text={link.address}
                  label={intl.formatMessage({ id: 'web.links.copy', defaultMessage: 'Copy the link' })}
                />
                <Button size="small" appearance="subtle" onClick={forget}>
                  <FormattedMessage id="web.links.hide" defaultMessage="Hide" />
                </Button>
              </div>
            )}
            {link?.contact === contact && !link.address && (
              <output>
                <FormattedMessage
                  id="web.links.gone"
                  defaultMessage="There is no open invitation any more: it was used, ran out or was taken back. Check again."
                />
              </output>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function stateWords(
  intl: ReturnType<typeof useIntl>,
  state: InviteeState['state'],
  until: string | undefined,
): string {
  switch (state) {
    case 'signed-up':
      return intl.formatMessage({ id: 'web.links.signed-up', defaultMessage: 'has signed up' });
    case 'open':
      return until
        ? intl.formatMessage(
            { id: 'web.links.until', defaultMessage: 'invited, until {until}' },
            { until: intl.formatDate(until, { dateStyle: 'medium' }) },
          )
        : intl.formatMessage({ id: 'web.links.endless', defaultMessage: 'invited' });
    case 'run-out':
      return intl.formatMessage({ id: 'web.links.run-out', defaultMessage: 'the invitation ran out' });
    case 'none':
    default:
      return intl.formatMessage({ id: 'web.links.none', defaultMessage: 'not invited' });
  }
}
