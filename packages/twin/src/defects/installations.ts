import { environments } from '../scenarios/contoso/ids.ts';
import type { Package } from '../world/platform.ts';
import type { Defect } from './defect.ts';

const stuck = (
  story: string,
  { name, state, error }: { name: string; state: Package['state']; error?: Package['error'] },
): Defect => ({
  story,
  set: ({ platform }, broken) => {
    const found = platform.packages[environments.production]?.find(({ uniqueName }) => uniqueName === name);
    if (found?.state !== (broken ? 'Installed' : state)) return;
    found.state = broken ? state : 'Installed';
    if (broken && error) found.error = error;
    else delete found.error;
  },
});

export const installationFailed = stuck('The last installation of the Finance solutions failed.', {
  name: 'msdyn_Dynamics365FinanceExtendedAnchor',
  state: 'InstallFailed',
  error: { code: '0x80048033', message: 'A dependency is missing.' },
});

export const installationRuns = stuck('Somebody is installing the HR solutions right now.', {
  name: 'msdyn_Dynamics365HCMAnchor',
  state: 'Installing',
});
