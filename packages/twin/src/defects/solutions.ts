import { solutionRow } from '../scenarios/contoso/solution-rows.ts';
import { guid } from '../world.ts';
import { type Defect, hide, production, rowsOf, setRow, swap } from './defect.ts';

/** Solutions of other versions than Contoso's. */
const aged = (
  story: string,
  versions: Readonly<Record<string, { readonly right: string; readonly wrong: string }>>,
): Defect => ({
  story,
  set: (state, broken) => {
    for (const [uniquename, values] of Object.entries(versions))
      swap(rowsOf(state, 'solutions', { uniquename }), 'version', values, broken);
  },
});

export const solutionMissing: Defect = {
  story: 'The Supply Chain solution of dual-write is missing.',
  set: (state, broken) =>
    hide(rowsOf(state, 'solutions'), 'uniquename', 'msdyn_Dynamics365SupplyChainExtendedAnchor', broken),
};

export const solutionsOld = aged('Two solutions are older than any map starts with.', {
  Dynamics365SupplyChainExtended: { right: '2.3.4.3', wrong: '2.0.98.4' },
  Dynamics365FinanceExtended: { right: '2.3.1.15', wrong: '1.9.3.0' },
});

export const solutionBehind = aged('The company solution is older than the last one described.', {
  Dynamics365Company: { right: '2.2.2.5', wrong: '2.1.14.0' },
});

export const powerPagesOld = aged('Power Pages Core is from last year.', {
  PowerPages_Core: { right: '1.1.2605.12', wrong: '1.1.2511.4' },
});

export const prospectToCash: Defect = {
  story: 'The older prospect-to-cash integration is installed as well.',
  set: (state, broken) => {
    const row = solutionRow({
      id: guid(30_001),
      uniqueName: 'ProspectToCash',
      version: '1.15.0.1',
      publisher: guid(20_900),
      organization: production(state).id,
      versionNumber: 990,
    });
    setRow(state, 'solutions', 'solutionid', row, broken);
  },
};
