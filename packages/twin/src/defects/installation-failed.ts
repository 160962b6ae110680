import { environments } from '../scenarios/contoso/ids.ts';
import type { Defect } from './defect.ts';

export default {
  story: 'The last installation of the Finance solutions failed.',
  set: ({ platform }, broken) => {
    const found = platform.packages[environments.production]?.find(
      ({ uniqueName }) => uniqueName === 'msdyn_Dynamics365FinanceExtendedAnchor',
    );
    if (found?.state !== (broken ? 'Installed' : 'InstallFailed')) return;
    found.state = broken ? 'InstallFailed' : 'Installed';
    if (broken) found.error = { code: '0x80048033', message: 'A dependency is missing.' };
    else delete found.error;
  },
} satisfies Defect;
