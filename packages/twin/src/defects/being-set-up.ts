import { production } from '../scenarios/contoso/production.ts';
import type { Defect } from './defect.ts';

export default {
  story: 'Microsoft is still setting the environment’s database up.',
  set: (state, broken) => {
    const { environment } = production(state);
    if (broken) environment.provisioning = 'LinkedDatabaseProvisioning';
    else delete environment.provisioning;
  },
} satisfies Defect;
