import { production } from '../scenarios/contoso/production.ts';
import type { Defect } from './defect.ts';

export default {
  story: 'The environment that is linked is the tenant’s default one, where everybody makes things.',
  set: (state, broken) => {
    production(state).environment.sku = broken ? 'Default' : 'Production';
  },
} satisfies Defect;
