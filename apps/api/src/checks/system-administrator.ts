import type { FindingFacts } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import { msg, text } from '@portico/plan/text';
import { isRows } from '../targets/rows.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';
import { read, valueOf } from '../targets/read.ts';

/** The role’s template, the same in every organization (from general knowledge; Microsoft’s own code has it too). */
const systemAdministrator = '627090ff-40a3-4053-8790-584edc5be201';

const direct = msg({
  id: 'system-administrator.ok',
  defaultMessage: '{user} is System Administrator, directly.',
});
const byTeam = msg({
  id: 'system-administrator.by-team',
  defaultMessage: '{user} is System Administrator only as a member of the team {team}.',
});
const missing = msg({
  id: 'system-administrator.missing',
  defaultMessage: '{user} isn’t System Administrator of this environment.',
});
const unclear = msg({
  id: 'system-administrator.unclear',
  defaultMessage:
    '{user} isn’t System Administrator by direct assignment; whether by a team couldn’t be read.',
});
const teamCause = msg({
  id: 'system-administrator.by-team.cause',
  defaultMessage:
    'Such a team stands for a security group, also one that Privileged Identity Management adds people to for some hours. Power Pages doesn’t count roles that are held that way; dual-write does.',
});
const cause = msg({
  id: 'system-administrator.cause',
  defaultMessage: 'The role was never given to this user, or has ended.',
});
const open = msg({
  id: 'system-administrator.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Users + permissions”, “Users”.',
});
const assign = msg({
  id: 'system-administrator.remedy.assign',
  defaultMessage: 'Select {user}, “Manage security roles”, tick “System Administrator”, and save.',
});
const elevate = msg({
  id: 'system-administrator.remedy.elevate',
  defaultMessage:
    'An administrator of the tenant can take the role: open the environment’s page, “Access”, “System Administrator”, “See all”, “Add people”; self-elevation counts as direct.',
});

/**
 * The role that counts for creating a site: System Administrator, held directly (power-pages-docs, admin/admin-roles).
 * Says which case it is, because what is held by a team is enough for everything but the site.
 */
export default defineCheck({
  title: msg({
    id: 'system-administrator.title',
    defaultMessage: 'You are System Administrator of the environment, directly',
  }),
  why: msg({
    id: 'system-administrator.why',
    defaultMessage:
      'Only such a person can create the site; starting dual-write maps needs the role as well.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ dataverse, environment, cloud }) => {
    const client = await dataverse();
    const { UserId } = await client.whoAmI({});
    const user = await client.getRow({
      set: 'systemusers',
      id: UserId,
      $select: 'fullname,domainname',
      $expand:
        'systemuserroles_association($select=name,_roletemplateid_value),teammembership_association($select=name,teamtype)',
    });
    const [roles, teams] = [user['systemuserroles_association'], user['teammembership_association']];
    // It was asked for by name: without it nothing was said of this person.
    if (!isRows(roles)) throw new Problem('upstream-shape', { detail: 'a user without roles' });
    const known = {
      user: [user['domainname'], user['fullname']].find((name) => typeof name === 'string') ?? UserId,
      link: hubOf(cloud, (await environment()).name),
    };
    if (roles.some(isAdministrator)) return { ...known, held: 'directly' as const };
    if (!isRows(teams)) return { ...known, held: 'unclear' as const };
    const found = await Promise.all(
      teams.map(({ teamid }) =>
        read(
          client.getRow({
            set: 'teams',
            id: String(teamid),
            $select: 'name',
            $expand: 'teamroles_association($select=_roletemplateid_value)',
          }),
        ),
      ),
    );
    const team = found.map(valueOf).find((each) => {
      const held = each?.['teamroles_association'];
      return isRows(held) && held.some(isAdministrator);
    });
    if (team) return { ...known, held: 'by-team' as const, team: String(team['name']) };
    return {
      ...known,
      held: found.every((each) => 'value' in each) ? ('not' as const) : ('unclear' as const),
    };
  },
  judge: (seen) => {
    const { user, held, link } = seen;
    const facts: FindingFacts['system-administrator'] = { held };
    if (held === 'directly') return { state: 'ok', says: text(direct, { user }), facts };
    const says = {
      'by-team': text(byTeam, { user, team: 'team' in seen ? seen.team : '' }),
      not: text(missing, { user }),
      unclear: text(unclear, { user }),
    };
    return {
      state: 'blocked',
      says: says[held],
      cause: text(held === 'by-team' ? teamCause : cause),
      remedy: {
        owner: 'environment-admin',
        steps: [text(open), text(assign, { user }), text(elevate)],
        link,
      },
      facts,
    };
  },
});

const isAdministrator = (role: Readonly<Record<string, unknown>>): boolean =>
  String(role['_roletemplateid_value']).toLowerCase() === systemAdministrator;
