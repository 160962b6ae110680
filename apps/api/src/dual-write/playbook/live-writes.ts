import { msg } from '@portico/plan/text';
import { type Entry, pages } from './entry.ts';
import { appUsers, cleanDataverse, cleanFinance, readWords, resetLink, teamRoles } from './steps.ts';

/** What writing a single row says, in a copy or when somebody saves. */
export const liveWrites: readonly Entry[] = [
  {
    id: 'team-lacks-privilege',
    source: pages.security,
    forms: ['Principal team (Id=<team> … is missing prv<privilege> privilege'],
    cause: msg({
      id: 'playbook.team-lacks-privilege',
      defaultMessage: 'The team that owns the rows lacks the privilege prv{privilege} (team {team}).',
    }),
    owner: 'environment-admin',
    steps: [teamRoles],
  },
  {
    id: 'user-lacks-privilege',
    source: pages.guidance,
    standing: 'inferred',
    forms: ['Principal user (Id=<user> … is missing prv<privilege> privilege'],
    cause: msg({
      id: 'playbook.user-lacks-privilege',
      defaultMessage: 'The user who writes lacks the privilege prv{privilege} (user {user}).',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.user-lacks-privilege.roles',
        defaultMessage:
          'Give the user the roles “Dual-write runtime user” and “Dual-write app user”, and a role for this table. An application user of dual-write needs System Administrator.',
      }),
    ],
  },
  {
    id: 'not-a-member',
    source: pages.liveSync,
    forms: ['0x80072560', 'The user is not a member of the organization'],
    cause: msg({
      id: 'playbook.not-a-member',
      defaultMessage: 'Dual-write’s application users or owning teams aren’t set up in Dataverse.',
    }),
    owner: 'environment-admin',
    steps: [appUsers, teamRoles],
  },
  {
    id: 'other-side-address',
    source: pages.liveSync,
    forms: ['Unable to generate payload for entity <entity>', 'Invalid URI: The URI is empty'],
    cause: msg({
      id: 'playbook.other-side-address',
      defaultMessage:
        'Finance and operations doesn’t know where Dataverse is: the environment was reset while it was linked.',
    }),
    owner: 'finance-operations-admin',
    steps: [cleanFinance, cleanDataverse, resetLink],
  },
  {
    id: 'other-side-silent',
    source: pages.liveSync,
    forms: [
      'DualWriteRuntime.Plugins.PostCommitPlugin … failed to process entity <entity>',
      'A connection attempt failed because the connected party did not properly respond',
    ],
    cause: msg({
      id: 'playbook.other-side-silent',
      defaultMessage:
        'Dataverse reached no finance and operations environment: it is off, or the link is of a former one.',
    }),
    owner: 'finance-operations-admin',
    steps: [
      msg({
        id: 'playbook.other-side-silent.on',
        defaultMessage: 'See that the finance and operations environment is on, and opens.',
      }),
      cleanDataverse,
    ],
  },
  {
    id: 'message-too-large',
    source: pages.limits,
    forms: ['-2147220970', 'Message size exceeded when sending context to Sandbox'],
    cause: msg({
      id: 'playbook.message-too-large',
      defaultMessage: 'More was saved at once than Dataverse hands over: 116.85 MB.',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'playbook.message-too-large.split',
        defaultMessage: 'Save fewer rows at once; 1,000 in a transaction is the most.',
      }),
    ],
  },
  {
    id: 'location-key',
    source: pages.liveSync,
    forms: [
      'A record that has the attribute values Location ID already exists',
      'The entity key Location ID Key requires',
    ],
    cause: msg({
      id: 'playbook.location-key',
      defaultMessage:
        'The table of addresses has its former key, by which a location stands there only once.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.location-key.update',
        defaultMessage: 'Bring the dual-write packages up to date, at least orchestration 2.2.2.60.',
      }),
      msg({
        id: 'playbook.location-key.look',
        defaultMessage:
          'See that the table “Address” has the key msdyn_locationkey with msdyn_locationid and parentid, and that it is active.',
      }),
    ],
  },
  {
    id: 'party-missing',
    source: pages.liveSync,
    forms: ["Party record not found for party type '<type>'"],
    cause: msg({
      id: 'playbook.party-missing',
      defaultMessage:
        'The customer is in finance and operations already, with another party number ({type}).',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'playbook.party-missing.find',
        defaultMessage:
          'Look for the customer by “Party” in Dataverse, and create the account with the party that is there.',
      }),
      msg({
        id: 'playbook.party-missing.new',
        defaultMessage: 'If there is none, create the customer anew.',
      }),
    ],
  },
  {
    id: 'party-type',
    source: pages.liveSync,
    forms: ["Cannot update a party's type from '<former>' to '<present>'"],
    cause: msg({
      id: 'playbook.party-type',
      defaultMessage: 'A party number of a former link is used again, for {present} where it was {former}.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.party-type.numbers',
        defaultMessage:
          'Give the column msdyn_partynumber of the table msdyn_party another automatic number in Dataverse, with another prefix.',
      }),
    ],
  },
  {
    id: 'party-number',
    source: pages.initialSync,
    forms: ["Party number couldn't be found in Dataverse"],
    cause: msg({
      id: 'playbook.party-number',
      defaultMessage:
        'The address belongs to a legal entity or an operating unit, and the map of parties carries only people and organizations.',
    }),
    owner: 'you',
    steps: [
      msg({
        id: 'playbook.party-number.leave',
        defaultMessage:
          'Leave these rows: it is a known limit of Microsoft’s. For addresses of people and organizations, start CDS Parties first.',
      }),
    ],
    needs: () => 'msdyn_parties',
  },
  {
    id: 'product-draft',
    source: pages.salesErrors,
    forms: ['You can only add active products', '0x8004F908'],
    cause: msg({
      id: 'playbook.product-draft',
      defaultMessage: 'The product came as a draft, and drafts can’t be ordered.',
    }),
    owner: 'environment-admin',
    steps: [
      msg({
        id: 'playbook.product-draft.setting',
        defaultMessage:
          'Set “Create products in active state” to Yes: system settings of the environment, tab “Sales”.',
      }),
      msg({ id: 'playbook.product-draft.publish', defaultMessage: 'Publish the products that are drafts.' }),
    ],
  },
  {
    id: 'row-not-written',
    source: pages.liveSync,
    general: true,
    forms: [
      'Unable to write data to entity <table>. Writes to <entity> failed',
      'Unable to write data to entity <table>',
      'Unable to write data to table <table>',
    ],
    cause: msg({
      id: 'playbook.row-not-written',
      defaultMessage:
        'A row couldn’t be written to {table}: something it refers to is missing there, or the other side is down.',
    }),
    owner: 'you',
    steps: [
      readWords,
      msg({
        id: 'playbook.row-not-written.references',
        defaultMessage: 'See that what the row refers to is on both sides.',
      }),
      msg({
        id: 'playbook.row-not-written.anew',
        defaultMessage:
          'If it is, stop the map, delete its rows from DualWriteProjectConfigurationEntity with the Excel add-in, publish, and start it again.',
      }),
    ],
  },
];
