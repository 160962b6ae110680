import { people } from '../scenarios/contoso/ids.ts';
import type { Defect } from './defect.ts';

export default {
  story: 'The consultant works in finance and operations, but isn’t System administrator there.',
  set: ({ finance }, broken) => {
    for (const { administrators, securityOfficers } of finance.environments) {
      const [from, to] = broken ? [administrators, securityOfficers] : [securityOfficers, administrators];
      const at = from.indexOf(people.alex);
      // The first of each list, so that it stands where it stood when it comes back.
      if (at >= 0) to.unshift(...from.splice(at, 1));
    }
  },
} satisfies Defect;
