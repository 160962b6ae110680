import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type Choice, mostChoices } from '@portico/contract/routes';
import { msg } from '@portico/plan/text';
import { FormattedMessage, useIntl } from 'react-intl';
import { Skeleton } from '../ui/skeleton.tsx';
import { aboutOf, lacksOf } from './invitee-draft.ts';
import { ProblemPanel } from './problem-panel.tsx';
import { SearchField } from './search-field.tsx';
import type { Invitees } from './step-model.ts';
import type { SignInWays } from './sign-in-ways.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '320px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    '&:not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  who: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  about: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Said, so that a line without it isn't taken for one that wasn't read. */
const lacking = {
  customer: msg({ id: 'web.contacts.no-customer', defaultMessage: 'no customer yet' }),
  email: msg({ id: 'web.contacts.no-email', defaultMessage: 'no e-mail address' }),
};

interface Props {
  readonly invitees: Pick<Invitees, 'contacts' | 'search'>;
  readonly chosen: readonly string[];
  readonly full: boolean;
  readonly ways: SignInWays;
  readonly onChoose: (choice: Choice) => void;
}

/** Contacts of Dataverse, found by words; each is taken with a button. */
export function ContactSearch({ invitees: { contacts, search }, chosen, full, ways, onChoose }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const label = intl.formatMessage({ id: 'web.contacts', defaultMessage: 'Contacts' });
  const left = contacts.value?.slice(0, mostChoices).filter(({ value }) => !chosen.includes(value));
  return (
    <div className={styles.root}>
      <SearchField
        label={intl.formatMessage({
          id: 'web.contacts.find',
          defaultMessage: 'Find contacts by name, e-mail address or account number',
        })}
        found={contacts.value?.length ?? 0}
        onSearch={(words) => search('contacts', words)}
      />
      {contacts.status === 'failed' && <ProblemPanel problem={contacts.problem} ways={ways} />}
      {contacts.status === 'loading' && !left && <Skeleton />}
      {left?.length === 0 && contacts.status === 'ready' && (
        <p className={styles.none}>
          {contacts.value.length > 0 ? (
            <FormattedMessage id="web.contacts.all" defaultMessage="All that were found are chosen." />
          ) : (
            <FormattedMessage
              id="web.contacts.none"
              defaultMessage="No active contact is found. Contacts come from finance and operations by the contacts map, or somebody makes them in Dataverse."
            />
          )}
        </p>
      )}
      {left && left.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <ul className={styles.list} aria-label={label} tabIndex={0}>
          {left.map((choice) => (
            <li key={choice.value} className={styles.row}>
              <span className={styles.who}>
                {choice.label}
                <span className={styles.about}>
                  {[
                    aboutOf(choice),
                    ...lacksOf(choice).map((each) => intl.formatMessage(lacking[each])),
                    choice.fitness < 2 &&
                      intl.formatMessage({
                        id: 'web.contacts.unfit',
                        defaultMessage: 'company or account number is missing',
                      }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Button
                size="small"
                disabledFocusable={full}
                onClick={() => !full && onChoose(choice)}
                // People share names: the number tells them apart.
                aria-label={intl.formatMessage(
                  { id: 'web.contacts.choose', defaultMessage: 'Choose {person}' },
                  { person: [choice.label, choice.facts?.['number']].filter(Boolean).join(', ') },
                )}
              >
                <FormattedMessage id="web.contacts.choose.short" defaultMessage="Choose" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
