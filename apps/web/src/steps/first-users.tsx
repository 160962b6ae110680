import { answers, mostInvitees } from '@portico/contract/answers';
import { msg } from '@portico/plan/text';
import { FormattedMessage } from 'react-intl';
import { useDraft } from '../data/use-draft.ts';
import { factsOf } from '../parts/facts.ts';
import { asDraft, decisionOf, type InviteeDraft, keptAs } from '../parts/invitee-draft.ts';
import { InviteeForm } from '../parts/invitee-form.tsx';
import { InviteeLinks } from '../parts/invitee-links.tsx';
import { ReadinessCards } from '../parts/invitee-readiness.tsx';
import type { StepModel } from '../parts/step-model.ts';
import { StepPage } from '../parts/step-page.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.first-users', defaultMessage: 'First users' }),
  why: msg({
    id: 'web.step.first-users.why',
    defaultMessage:
      'People come to the portal by invitation only. Here you choose who orders first, and what they see.',
  }),
};

const schema = answers['first-users'];

function View({ model }: { readonly model: StepModel }) {
  const { state, invitees, choices } = model;
  const kept = schema.safeParse(state.answers['first-users']).data;
  const readiness = factsOf(state, 'contacts-usable');
  const standing = factsOf(state, 'users-invited')?.people ?? [];
  const [edited, edit] = useDraft(model.draft, asDraft);
  const people: readonly InviteeDraft[] =
    edited ?? keptAs(kept?.people ?? [], readiness, invitees.contacts.value ?? []);
  const body = decisionOf(people);
  const nameless = people.filter(({ role }) => role === '').map(({ name }) => name);
  const invited = standing.filter(({ state: is }) => /^(open|signed-up)$/.test(is));
  return (
    <StepPage
      model={model}
      decision={{
        // Before there is a site there is nothing to choose from.
        form: model.gate.status !== 'cannot-start' && (
          <InviteeForm
            people={people}
            most={mostInvitees}
            roles={choices}
            invitees={invitees}
            invited={invited.map(({ contact }) => contact)}
            ways={model.ways}
            onChange={edit}
            onLater={kept ? undefined : () => model.answer.run({ people: [] })}
          />
        ),
        label: (
          <FormattedMessage
            id="web.first-users.check"
            defaultMessage="Check {count, plural, =0 {the contacts} one {this contact} other {these # contacts}}"
            values={{ count: people.length }}
          />
        ),
        changed:
          kept === undefined ||
          JSON.stringify(body) !== JSON.stringify(decisionOf(keptAs(kept.people, undefined, []))),
        missing:
          people.length === 0 ? (
            <FormattedMessage
              id="web.first-users.missing.people"
              defaultMessage="Choose somebody, or leave it for later."
            />
          ) : nameless.length > 0 ? (
            <FormattedMessage
              id="web.first-users.missing"
              defaultMessage="Choose a web role for {names}."
              values={{ names: nameless.join(', ') }}
            />
          ) : undefined,
        body: () => body,
      }}
      above={readiness && readiness.people.length > 0 && <ReadinessCards people={readiness.people} />}
      actionLabel={
        <FormattedMessage
          id="web.first-users.invite"
          defaultMessage="Invite {count, plural, one {this contact} other {these # contacts}}"
          values={{ count: people.length - invited.length }}
        />
      }
      proof={
        invited.length > 0 && (
          <InviteeLinks
            lead={
              <FormattedMessage
                id="web.links.lead"
                defaultMessage="Portico sends nothing. Give each person their own link: whoever has it can sign up as that contact, once. Portico keeps it nowhere. To have Dataverse send it, select “Flow”, “Send Invitation” at the invitation in Power Pages Management, once its e-mail leads to your site."
              />
            }
            people={standing}
            invitees={invitees}
            ways={model.ways}
          />
        )
      }
    />
  );
}

export const firstUsers: StepView = { ...words, choices: 'web-roles', View };
