import { type JudgeCase, link } from './judge-case.ts';

const company = (code: string, name: string, takesPart = true) => ({ code, name, takesPart });
const some = [company('USMF', 'Contoso USA'), company('DEMF', 'Contoso Germany')];
const several = (count: number, takesPart = true) =>
  Array.from({ length: count }, (_, index) => company(`C${index}`, `Branch ${index}`, takesPart));
const facts = (companies: readonly object[]) => ({
  installed: true,
  companies,
  tables: link,
  dualWrite: link,
});

const role = (name: string, administrator = false) => ({ name, administrator });
const own = [role('Dual-write runtime user'), role('Dual-write app user')];
const enough = [...own, role('Salesperson')];
const team = (id: string, roles: readonly object[]) => ({ id, name: `Team ${id}`, unit: 'contoso', roles });
const owners = (...teams: readonly (object | undefined)[]) => ({
  installed: true,
  owners: [
    { company: 'global', team: team('0', enough) },
    ...teams.map((one, index) => ({ company: `C${index}`, team: one })),
  ],
  link,
});

const entry = (project?: string) => ({ dataverse: 'account', finance: 'Customers V3', project });
const maps = (state: string) => [
  { pid: 'P1', state },
  { pid: null, state: 'not-running' },
];
const records = (entries: readonly object[], found?: readonly object[]) => ({
  installed: true,
  entries,
  maps: found,
  link,
});

const absent: Pick<JudgeCase, 'when' | 'state' | 'says'> = {
  when: 'the solutions aren’t there',
  state: 'skipped',
  says: 'check.uninstalled',
};

/** What a link makes in Dataverse: companies, the teams that own their rows, and records of maps that run. */
export const companyCases = {
  companies: [
    { ...absent, facts: { ...facts([]), installed: false } },
    { when: 'each is there once', facts: facts(some), state: 'ok', says: 'companies.ok' },
    {
      when: 'forty take part, and many more don’t',
      facts: facts([
        ...several(40),
        ...several(300, false).map((one) => ({ ...one, code: `X${one.code}`, name: `X${one.name}` })),
      ]),
      state: 'ok',
      says: 'companies.ok',
    },
    {
      when: 'two have the same code in other letters',
      facts: facts([...some, company('demf', 'Contoso GmbH')]),
      state: 'blocked',
      says: 'companies.doubled',
      owner: 'environment-admin',
    },
    {
      when: 'two have the same name, and one has no code',
      facts: facts([...some, company('DEM2', 'contoso germany'), company('', 'Contoso')]),
      state: 'blocked',
      says: 'companies.doubled',
    },
    {
      when: 'two have no name',
      facts: facts([...some, company('A', ''), company('B', '')]),
      state: 'blocked',
      says: 'companies.nameless',
      owner: 'environment-admin',
    },
    {
      when: 'there is none',
      facts: facts([]),
      state: 'warn',
      says: 'companies.none',
      owner: 'finance-operations-admin',
    },
    {
      when: 'more take part than an initial sync copies',
      facts: facts(several(41)),
      state: 'warn',
      says: 'companies.many',
      owner: 'finance-operations-admin',
    },
    {
      when: 'more take part than maps run for',
      facts: facts(several(251)),
      state: 'blocked',
      says: 'companies.too-many',
      owner: 'finance-operations-admin',
    },
  ],
  'company-teams': [
    { ...absent, facts: { ...owners(), installed: false } },
    {
      when: 'no company takes part yet',
      facts: owners(),
      state: 'ok',
      says: 'company-teams.none',
    },
    {
      when: 'one team has the roles, another is an administrator',
      facts: owners(team('1', enough), team('2', [role('Systemadministrator', true)])),
      state: 'ok',
      says: 'company-teams.ok',
    },
    {
      when: 'a company has no team, and a team no role',
      facts: owners(undefined, team('1', [])),
      state: 'blocked',
      says: 'company-teams.ownerless',
      owner: 'environment-admin',
    },
    {
      when: 'a team that owns two companies’ rows lacks a role for the tables',
      facts: owners(team('1', own), team('1', own)),
      state: 'blocked',
      says: 'company-teams.powerless',
      owner: 'environment-admin',
    },
  ],
  'runtime-configuration': [
    { ...absent, facts: { ...records([]), installed: false } },
    { when: 'there is no record', facts: records([]), state: 'ok', says: 'runtime-configuration.ok' },
    {
      when: 'each is of a map of this link, in other letters',
      facts: records([entry('p1')], maps('running')),
      state: 'ok',
      says: 'runtime-configuration.ok',
    },
    {
      when: 'one is of another link',
      facts: records([entry('P1'), entry('P9')], maps('running')),
      state: 'blocked',
      says: 'runtime-configuration.stale',
      owner: 'environment-admin',
    },
    {
      when: 'there are records, and no map runs here',
      facts: records([entry('P9')], maps('stopped')),
      state: 'blocked',
      says: 'runtime-configuration.stale',
    },
    {
      when: 'there are records, and no link',
      facts: records([entry('P9')], []),
      state: 'blocked',
      says: 'runtime-configuration.stale',
    },
    {
      when: 'maps run, and no record names one of them',
      facts: records([entry('P9'), entry()], maps('paused')),
      state: 'warn',
      says: 'runtime-configuration.unlike',
      owner: 'you',
    },
    {
      when: 'the gateway can’t be read',
      facts: records([entry('P1')]),
      state: 'warn',
      says: 'runtime-configuration.unread',
      owner: 'you',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
