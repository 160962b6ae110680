import { production } from '../scenarios/contoso/production.ts';
import type { Defect } from './defect.ts';

export default {
  story: 'Somebody left the environment in administration mode.',
  set: (state, broken) => {
    production(state).environment.runtime = broken ? 'AdminMode' : 'Enabled';
  },
} satisfies Defect;
