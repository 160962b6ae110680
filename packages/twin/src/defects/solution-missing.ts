import { type Defect, rowsOf } from './defect.ts';

/** Renamed, not removed: its id and its place stay for when it comes back. */
const [name, away] = ['msdyn_Dynamics365SupplyChainExtendedAnchor', 'msdyn_elsewhere'];

export default {
  story: 'The Supply Chain solution of dual-write is missing.',
  set: (state, broken) => {
    for (const row of rowsOf(state, 'solutions'))
      if (row['uniquename'] === (broken ? name : away)) row['uniquename'] = broken ? away : name;
  },
} satisfies Defect;
