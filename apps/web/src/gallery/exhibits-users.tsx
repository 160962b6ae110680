import { ApiProblem } from '../data/api-problem.ts';
import type { StepModel } from '../parts/step-model.ts';
import type { Exhibit } from './exhibit.ts';
import * as sample from './sample-users.ts';
import { StepScreen } from './step-screen.tsx';

const draftOf = (people: readonly object[]): StepModel['draft'] => ({
  read: () => people,
  keep: () => undefined,
  drop: () => undefined,
});
const [cora, dev] = sample.contacts;
const drafted = [
  {
    contact: cora?.value,
    role: sample.roles[1]?.value,
    name: 'Cora Lind',
    about: 'US-C001 · Fourth Coffee (US-001) · USMF',
    homeless: false,
  },
  { contact: dev?.value, role: '', name: 'Dev Rao', about: 'US-C002 · USMF', homeless: true },
];
const { invitees } = sample.lists;

export const userExhibits: readonly Exhibit[] = [
  {
    id: 'first-users-closed',
    title: 'First users: cannot start yet',
    draw: () => <StepScreen id="first-users" events={[]} />,
  },
  {
    id: 'first-users-choose',
    title: 'First users: nobody chosen yet',
    draw: () => <StepScreen id="first-users" events={sample.beforeUsers} more={sample.lists} />,
  },
  {
    id: 'first-users-chosen',
    title: 'First users: two chosen, one without a role',
    draw: () => (
      <StepScreen
        id="first-users"
        events={sample.beforeUsers}
        more={{ ...sample.lists, draft: draftOf(drafted) }}
      />
    ),
  },
  {
    id: 'first-users-reading',
    title: 'First users: reading the contacts',
    draw: () => (
      <StepScreen
        id="first-users"
        events={sample.beforeUsers}
        more={{
          choices: { status: 'loading' },
          invitees: { ...invitees, contacts: { status: 'loading' } },
          draft: draftOf(drafted),
        }}
      />
    ),
  },
  {
    id: 'first-users-none-found',
    title: 'First users: no contact is found',
    draw: () => (
      <StepScreen
        id="first-users"
        events={sample.beforeUsers}
        more={{ ...sample.lists, invitees: { ...invitees, contacts: { status: 'ready', value: [] } } }}
      />
    ),
  },
  {
    id: 'first-users-cut',
    title: 'First users: more contacts than are shown',
    draw: () => (
      <StepScreen
        id="first-users"
        events={sample.beforeUsers}
        more={{ ...sample.lists, invitees: sample.longList }}
      />
    ),
  },
  {
    id: 'first-users-forbidden',
    title: 'First users: contacts and web roles can’t be read',
    draw: () => {
      const problem = new ApiProblem(403, { code: 'upstream-forbidden' });
      return (
        <StepScreen
          id="first-users"
          events={sample.beforeUsers}
          more={{
            choices: { status: 'failed', problem },
            invitees: { ...invitees, contacts: { status: 'failed', problem } },
          }}
        />
      );
    },
  },
  {
    id: 'first-users-lack',
    title: 'First users: something that only people know is missing',
    draw: () => <StepScreen id="first-users" events={sample.usersLack} more={sample.lists} />,
  },
  {
    id: 'first-users-review',
    title: 'First users: review',
    draw: () => (
      <StepScreen
        id="first-users"
        events={sample.usersReady}
        more={{ ...sample.lists, review: { status: 'ready', value: sample.usersReview } }}
      />
    ),
  },
  {
    id: 'first-users-invited',
    title: 'First users: invited, with one link shown',
    draw: () => (
      <StepScreen
        id="first-users"
        events={sample.usersInvited}
        more={{ ...sample.lists, invitees: sample.withLink }}
      />
    ),
  },
  {
    id: 'first-users-link-gone',
    title: 'First users: the invitation was used meanwhile',
    draw: () => (
      <StepScreen
        id="first-users"
        events={sample.usersInvited}
        more={{
          ...sample.lists,
          invitees: { ...invitees, link: { contact: cora?.value ?? '', address: undefined } },
        }}
      />
    ),
  },
  {
    id: 'first-users-later',
    title: 'First users: nobody yet, and how to go on',
    draw: () => <StepScreen id="first-users" events={sample.usersLater} more={sample.lists} />,
  },
];
