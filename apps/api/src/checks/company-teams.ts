import { Problem } from '@portico/contract/problems';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { lackOf, type Role, roleColumns, rolesOf } from '../targets/dual-write-roles.ts';
import { isInstalled, notInstalled } from '../targets/dual-write-solutions.ts';
import { textOf } from '../targets/text-of.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

const ok = msg({
  id: 'company-teams.ok',
  defaultMessage: 'Each company has a team that owns its rows, and the teams have their roles.',
});
const ownerless = msg({
  id: 'company-teams.ownerless',
  defaultMessage:
    '{companies} {count, plural, one {has} other {have}} no team that owns {count, plural, one {its} other {their}} rows.',
});
const ownerlessCause = msg({
  id: 'company-teams.ownerless.cause',
  defaultMessage:
    'Dual-write makes the team when a company begins to take part; here it was deleted, or never made.',
});
const powerless = msg({
  id: 'company-teams.powerless',
  defaultMessage:
    '{count, plural, one {The team} other {The teams}} {teams} {count, plural, one {lacks a role for the rows that it owns} other {lack a role for the rows that they own}}.',
});
const powerlessCause = msg({
  id: 'company-teams.powerless.cause',
  defaultMessage:
    'Dual-write gives the rows to this team. Without the role, writing ends with “Principal team … is missing prvRead… privilege”.',
});
const none = msg({
  id: 'company-teams.none',
  defaultMessage: 'No company takes part yet. The team that owns rows of no company has its roles.',
});
const owned = msg({
  id: 'company-teams.owned',
  defaultMessage:
    '{company, select, global {Rows of no company} other {{company}}}: “{team}” of the business unit “{unit}”, with {roles}. Whether they reach every table can’t be seen from their names.',
});
const ruled = msg({
  id: 'company-teams.ruled',
  defaultMessage:
    '{company, select, global {Rows of no company} other {{company}}}: “{team}” of the business unit “{unit}”, as System Administrator.',
});
const unset = msg({ id: 'company-teams.unset', defaultMessage: '{company} has no default owning team.' });
const lacks = msg({
  id: 'company-teams.lacks',
  defaultMessage: '{company, select, global {Rows of no company} other {{company}}}: “{team}” lacks {roles}.',
});
const tables = msg({
  id: 'company-teams.tables',
  defaultMessage:
    '{company, select, global {Rows of no company} other {{company}}}: “{team}” has no role for the tables themselves.',
});
const form = msg({
  id: 'company-teams.remedy.form',
  defaultMessage:
    'In Power Apps, choose this environment, then “Tables”, “All”, and “Company” (cdm_company).',
});
const set = msg({
  id: 'company-teams.remedy.set',
  defaultMessage: 'Open {companies}, set “Default owning team”, and save.',
});
const open = msg({
  id: 'company-teams.remedy.open',
  defaultMessage:
    'In the Power Platform admin centre, open the environment; under “Access”, “Teams”, select “See all”.',
});
const assign = msg({
  id: 'company-teams.remedy.assign',
  defaultMessage:
    'Select “{team}”, then “Manage security roles”; tick “Dual-write runtime user”, “Dual-write app user” and a role for accounts, contacts, products and orders, such as “Salesperson”; save.',
});

/** Stands for rows that belong to no company; a code has four letters at most. */
const globalRows = 'global';

interface Team {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/**
 * Soft: mostly a row can't be written when its team lacks one of these roles, but a role of the customer's own may
 * stand for them, and a map may have been given another team.
 */
export default defineCheck({
  title: msg({
    id: 'company-teams.title',
    defaultMessage: 'The teams that own rows of companies may have them',
  }),
  why: msg({
    id: 'company-teams.why',
    defaultMessage: 'What dual-write writes is owned by a team, and the team needs the rights for it.',
  }),
  owner: 'environment-admin',
  after: ['fno-linked'],
  observe: async ({ rows, environment, cloud }) => {
    const link = hubOf(cloud, (await environment()).name);
    const installed = await isInstalled(rows, 'Dynamics365Company');
    if (!installed) return { installed, owners: [], link };
    const [companies, teams, units] = await Promise.all([
      rows({
        set: 'cdm_companies',
        $select: 'cdm_companycode,cdm_isenabledfordualwrite,_cdm_defaultowningteam_value',
      }),
      rows({
        set: 'teams',
        $select: 'teamid,name,isdefault,_businessunitid_value',
        $expand: `teamroles_association($select=${roleColumns})`,
        // 1 is a team for access to single rows: it owns none, and there may be very many.
        $filter: 'teamtype ne 1',
      }),
      rows({ set: 'businessunits', $select: 'businessunitid,name,_parentbusinessunitid_value' }),
    ]);
    const root = units.find((unit) => !unit['_parentbusinessunitid_value'])?.['businessunitid'];
    const unitOf = (id: unknown) => units.find((unit) => unit['businessunitid'] === id)?.['name'];
    const teamWith = (is: (row: (typeof teams)[number]) => boolean): Team | undefined => {
      const row = teams.find(is);
      return (
        row && {
          id: String(row['teamid']),
          name: String(row['name']),
          unit: textOf(unitOf(row['_businessunitid_value']), '?'),
          roles: rolesOf(row, 'teamroles_association'),
        }
      );
    };
    const ofCompanies = companies
      .filter((row) => row['cdm_isenabledfordualwrite'] !== false)
      .map((row) => ({
        company: textOf(row['cdm_companycode'], '?'),
        team: teamWith(({ teamid }) => teamid === row['_cdm_defaultowningteam_value']),
      }));
    const ofGlobalRows = teamWith(
      (row) => row['isdefault'] === true && row['_businessunitid_value'] === root,
    );
    // Dataverse makes it together with the organization, and nobody can delete it.
    if (!ofGlobalRows) throw new Problem('upstream-shape', { detail: 'no default team of the root unit' });
    return { installed, owners: [{ company: globalRows, team: ofGlobalRows }, ...ofCompanies], link };
  },
  judge: ({ installed, owners, link }) => {
    if (!installed) return notInstalled;
    const without = owners.filter(({ team }) => !team).map(({ company }) => company);
    const weak = new Map<string, string>();
    const details = owners.flatMap(({ company, team }): Detail[] => {
      if (!team) return [{ state: 'not-found', says: text(unset, { company }) }];
      const lack = lackOf(team.roles);
      const values = { company, team: team.name, unit: team.unit };
      const roles = team.roles.map(({ name }) => name).join(', ');
      if (lack.roles.length > 0 || lack.tables) weak.set(team.id, team.name);
      else if (team.roles.some(({ administrator }) => administrator))
        return [{ state: 'proved', says: text(ruled, values) }];
      else return [{ state: 'probable', says: text(owned, { ...values, roles }) }];
      return [
        ...(lack.roles.length > 0
          ? [{ state: 'not-found', says: text(lacks, { ...values, roles: lack.roles.join(', ') }) } as const]
          : []),
        ...(lack.tables ? [{ state: 'not-found', says: text(tables, values) } as const] : []),
      ];
    });
    const early = owners.every(({ company }) => company === globalRows);
    if (without.length === 0 && weak.size === 0)
      return { state: 'ok', says: text(early ? none : ok), details };
    return {
      state: 'blocked',
      says:
        without.length > 0
          ? text(ownerless, { count: without.length, companies: without.join(', ') })
          : text(powerless, {
              count: weak.size,
              teams: [...weak.values()].map((name) => `“${name}”`).join(', '),
            }),
      cause: text(without.length > 0 ? ownerlessCause : powerlessCause),
      details,
      remedy: {
        owner: 'environment-admin',
        steps: [
          ...(without.length > 0 ? [text(form), text(set, { companies: without.join(', ') })] : []),
          ...(weak.size > 0 ? [text(open)] : []),
          ...[...weak.values()].map((team) => text(assign, { team })),
        ],
        link,
      },
    };
  },
});
