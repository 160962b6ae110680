import { Button } from '@fluentui/react-components';
import type { Choice } from '@portico/contract/routes';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Loaded } from '../data/loaded.ts';
import { ContactSearch } from './contact-search.tsx';
import { chosenOf, type InviteeDraft } from './invitee-draft.ts';
import { InviteeRows } from './invitee-rows.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { SearchField } from './search-field.tsx';
import type { SignInWays } from './sign-in-ways.tsx';
import type { Invitees } from './step-model.ts';
import { WebRoleGuide } from './web-role-guide.tsx';

interface Props {
  readonly people: readonly InviteeDraft[];
  readonly most: number;
  readonly roles: Loaded<readonly Choice[]> & { readonly again?: () => void };
  readonly invitees: Invitees;
  readonly invited: readonly string[];
  readonly ways: SignInWays;
  readonly onChange: (people: readonly InviteeDraft[]) => void;
  /** Nobody, for now; absent once that is said. */
  readonly onLater: (() => void) | undefined;
}

/** Contacts to choose from, and who is chosen with what they will see. */
export function InviteeForm({ people, most, roles, invitees, invited, ways, onChange, onLater }: Props) {
  const intl = useIntl();
  const [added, setAdded] = useState<string>();
  const full = people.length >= most;
  return (
    <>
      <ContactSearch
        invitees={invitees}
        chosen={people.map(({ contact }) => contact)}
        full={full}
        ways={ways}
        onChoose={(choice) => {
          setAdded(choice.value);
          onChange([...people, chosenOf(choice)]);
        }}
      />
      <Section
        title={
          <FormattedMessage
            id="web.first-users.chosen"
            defaultMessage="{count, plural, =0 {Nobody is chosen} one {One contact is chosen} other {# contacts are chosen}}"
            values={{ count: people.length }}
          />
        }
        lead={
          full ? (
            <FormattedMessage
              id="web.first-users.full"
              defaultMessage="{most} is the most for the first users. More are invited in Power Pages Management, in the same way."
              values={{ most }}
            />
          ) : people.length === 0 ? (
            <FormattedMessage
              id="web.first-users.nobody"
              defaultMessage="Begin with one or two people whom you know: they place the first orders."
            />
          ) : undefined
        }
      >
        {roles.status === 'failed' && (
          <ProblemPanel
            problem={roles.problem}
            ways={ways}
            {...(roles.again ? { onRetry: roles.again } : {})}
          />
        )}
        {people.length === 0 && onLater && (
          <div>
            <Button onClick={onLater}>
              <FormattedMessage id="web.first-users.later" defaultMessage="Leave it for later" />
            </Button>
          </div>
        )}
        {people.length > 0 && !roles.value && roles.status === 'loading' && <Skeleton />}
        {people.length > 0 && roles.value && <WebRoleGuide roles={roles.value} />}
        {people.some(({ homeless }) => homeless) && (
          <SearchField
            label={intl.formatMessage({
              id: 'web.accounts.find',
              defaultMessage: 'Find customers to choose from, by name or account number',
            })}
            found={invitees.accounts.value?.length ?? 0}
            onSearch={(words) => invitees.search('accounts', words)}
          />
        )}
        {invitees.accounts.status === 'failed' && people.some(({ homeless }) => homeless) && (
          <ProblemPanel problem={invitees.accounts.problem} ways={ways} />
        )}
        {people.length > 0 && (
          <InviteeRows
            people={people}
            roles={roles.value ?? []}
            accounts={invitees.accounts}
            invited={invited}
            added={added}
            onChange={onChange}
          />
        )}
      </Section>
    </>
  );
}
