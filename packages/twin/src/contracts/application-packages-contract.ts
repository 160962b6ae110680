import { applicationPackages } from '@portico/microsoft/services/application-packages';
import { expect, test } from 'vitest';
import type { Contract } from './contract.ts';

const states =
  /^(None|Installed|Uninstalled|InstallRequested|UninstallRequested|InstallFailed|UninstallFailed|Installing|Uninstalling|InstallScheduled|InstallRetrying|TemplateInstalled)$/;

export const applicationPackagesContract: Contract = (stage) => {
  const where = () => ({ environment: stage().environment });

  test('every package has a name to be installed by and a state we know', async () => {
    const { value } = await stage().connect(applicationPackages).listPackages(where());
    expect(value.length).toBeGreaterThan(0);
    for (const { uniqueName, state } of value)
      expect([uniqueName, state]).toEqual([uniqueName, expect.stringMatching(states)]);
  });

  test('a package that isn’t there can’t be installed', async () => {
    const client = stage().connect(applicationPackages);
    await expect(client.installPackage({ ...where(), package: 'portico_nothing' })).rejects.toMatchObject({
      code: 'upstream-refused',
      upstream: { status: 400 },
    });
  });
};
