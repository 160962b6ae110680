import { type Defect, hide, rowsOf, swap } from './defect.ts';

const integrator = { applicationid: '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b' };

export const applicationUserMissing: Defect = {
  story: 'Dynamics ERP is no user of this environment.',
  set: (state, broken) =>
    hide(rowsOf(state, 'systemusers'), 'applicationid', '00000015-0000-0000-c000-000000000000', broken),
};

export const applicationUserDisabled: Defect = {
  story: 'The user of Dynamics Data Integration is deactivated.',
  set: (state, broken) =>
    swap(rowsOf(state, 'systemusers', integrator), 'isdisabled', { right: false, wrong: true }, broken),
};

export const applicationUserPowerless: Defect = {
  story: 'The user of Dynamics Data Integration has lost its roles.',
  set: (state, broken) => {
    for (const { systemuserid } of rowsOf(state, 'systemusers', integrator))
      hide(rowsOf(state, 'systemuserrolescollection'), 'systemuserid', systemuserid, broken);
  },
};
