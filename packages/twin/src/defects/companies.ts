import { companies } from '../scenarios/contoso/companies.ts';
import { guid } from '../world.ts';
import { type Defect, hide, rowsOf, setRow, swap } from './defect.ts';

/** Companies like the first one, and owned by the same team. */
const more = (
  story: string,
  firstId: number,
  names: readonly { readonly id: string; readonly name: string }[],
): Defect => ({
  story,
  set: (state, broken) => {
    const [first] = rowsOf(state, 'cdm_companies');
    for (const [index, { id, name }] of first ? names.entries() : []) {
      const row = { ...first, cdm_companyid: guid(firstId + index), cdm_companycode: id, cdm_name: name };
      setRow(state, 'cdm_companies', 'cdm_companyid', row, broken);
    }
  },
});

export const companiesDoubled = more('The German company is in Dataverse twice.', 30_100, [
  { id: 'demf', name: companies[1]?.name ?? '' },
]);

export const companyNameless = more('A company in Dataverse has no name.', 30_110, [
  { id: 'XXMF', name: ' ' },
]);

export const companiesMany = more(
  'Sixty companies take part in dual-write.',
  30_200,
  Array.from({ length: 57 }, (_, index) => ({
    id: `C${100 + index}`,
    name: `Contoso branch ${100 + index}`,
  })),
);

export const companyOwnerless: Defect = {
  story: 'The British company has no team that owns its rows.',
  set: (state, broken) => {
    for (const { teamid } of rowsOf(state, 'teams', { name: 'GBSI Dual Write' }))
      swap(
        rowsOf(state, 'cdm_companies', { cdm_companycode: 'GBSI' }),
        '_cdm_defaultowningteam_value',
        { right: teamid, wrong: null },
        broken,
      );
  },
};

/** A team without what dual-write asks of it. */
const stripped = (story: string, name: string, role: string): Defect => ({
  story,
  set: (state, broken) => {
    for (const { teamid } of rowsOf(state, 'teams', { name }))
      for (const { roleid } of rowsOf(state, 'roles', { name: role }))
        hide(rowsOf(state, 'teamrolescollection', { teamid }), 'roleid', roleid, broken);
  },
});

export const teamPowerless = stripped(
  'The team of the American company lacks a role of dual-write.',
  'USMF Dual Write',
  'Dual-write app user',
);

export const globalTeamPowerless = stripped(
  'The team that owns global rows has no role for the tables.',
  'contoso',
  'Salesperson',
);
