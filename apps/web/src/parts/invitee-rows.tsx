import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { type Choice, mostChoices } from '@portico/contract/routes';
import { FormattedMessage, useIntl } from 'react-intl';
import { customersFor, type InviteeDraft } from './invitee-draft.ts';
import type { Invitees } from './step-model.ts';
import { isSuggested } from './web-role-words.ts';

const useStyles = makeStyles({
  // A list of customers is as wide as its longest name: nothing in a row may be wider than the page's column.
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    minWidth: 0,
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  who: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  name: typographyStyles.body1Strong,
  about: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  fields: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    '& > *': { minWidth: 0 },
    '& select': { width: '100%' },
  },
  kept: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

interface Props {
  readonly people: readonly InviteeDraft[];
  readonly roles: readonly Choice[];
  readonly accounts: Invitees['accounts'];
  /** Who has an invitation already stays on the list. */
  readonly invited: readonly string[];
  /** Whoever was chosen just now: the button for it is gone, and what is decided next has the focus. */
  readonly added: string | undefined;
  readonly onChange: (people: readonly InviteeDraft[]) => void;
}

const focus = (field: HTMLSelectElement | null) => field?.focus();

/** Who is chosen: each with their web role, and for whom they order where their contact doesn't say. */
export function InviteeRows({ people, roles, accounts, invited, added, onChange }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const change = (contact: string, to: Partial<InviteeDraft>) =>
    onChange(people.map((each) => (each.contact === contact ? { ...each, ...to } : each)));
  return (
    <ul
      className={styles.list}
      // Where the focus goes when the button that had it goes with its person.
      tabIndex={-1}
      aria-label={intl.formatMessage({ id: 'web.invitees', defaultMessage: 'Chosen people' })}
    >
      {people.map((person) => {
        const { contact, name, about, role, account, homeless } = person;
        return (
          <li key={contact} className={styles.row}>
            <div className={styles.head}>
              <span className={styles.who}>
                <span className={styles.name}>{name}</span>
                <span className={styles.about}>{about}</span>
              </span>
              {invited.includes(contact) ? (
                <p className={styles.kept}>
                  <FormattedMessage id="web.invitees.invited" defaultMessage="Invited" />
                </p>
              ) : (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={({ currentTarget }) => {
                    currentTarget.closest('ul')?.focus();
                    onChange(people.filter((each) => each.contact !== contact));
                  }}
                  aria-label={intl.formatMessage(
                    { id: 'web.invitees.remove', defaultMessage: 'Take off the list: {name}' },
                    { name },
                  )}
                >
                  <FormattedMessage id="web.invitees.remove.short" defaultMessage="Take off the list" />
                </Button>
              )}
            </div>
            <div className={styles.fields}>
              <Field
                label={intl.formatMessage(
                  { id: 'web.invitees.role', defaultMessage: 'Web role of {name}' },
                  { name },
                )}
              >
                <Select
                  ref={contact === added ? focus : undefined}
                  value={role}
                  onChange={(_, { value }) => change(contact, { role: value })}
                >
                  <option value="" disabled>
                    {intl.formatMessage({
                      id: 'web.invitees.role.none',
                      defaultMessage: 'Choose a web role',
                    })}
                  </option>
                  {roles
                    .filter(({ fitness }) => fitness > 0)
                    .map(({ value, label }) => (
                      <option key={value} value={value}>
                        {isSuggested(label)
                          ? intl.formatMessage(
                              { id: 'web.invitees.role.suggested', defaultMessage: '{role} (suggested)' },
                              { role: label },
                            )
                          : label}
                      </option>
                    ))}
                </Select>
              </Field>
              {homeless && (
                <Field
                  label={intl.formatMessage(
                    { id: 'web.invitees.account', defaultMessage: 'Customer that {name} orders for' },
                    { name },
                  )}
                  hint={intl.formatMessage({
                    id: 'web.invitees.account.hint',
                    defaultMessage:
                      'The contact belongs to no customer yet: choose the one whose orders they place. It is written into the contact. Leave it open only where a customer’s account names this contact.',
                  })}
                >
                  <Select
                    value={account ?? ''}
                    onChange={(_, { value }) =>
                      change(contact, { account: value === '' ? undefined : value })
                    }
                  >
                    <option value="">
                      {intl.formatMessage({ id: 'web.invitees.account.none', defaultMessage: 'Not chosen' })}
                    </option>
                    {account && !accounts.value?.some(({ value }) => value === account) && (
                      <option value={account}>
                        {intl.formatMessage({
                          id: 'web.invitees.account.kept',
                          defaultMessage: 'The one that was chosen',
                        })}
                      </option>
                    )}
                    {customersFor(person, (accounts.value ?? []).slice(0, mostChoices)).map(
                      ({ value, label, facts }) => (
                        <option key={value} value={value}>
                          {[label, facts?.['company']].filter(Boolean).join(' · ')}
                        </option>
                      ),
                    )}
                  </Select>
                </Field>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
