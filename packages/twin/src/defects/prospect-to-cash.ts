import { solutionRow } from '../scenarios/contoso/solution-rows.ts';
import { guid } from '../world.ts';
import { production, type Defect, setRow } from './defect.ts';

export default {
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
} satisfies Defect;
