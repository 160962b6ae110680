import { siteProbe } from '@portico/microsoft/services/site-probe';
import { websites } from '@portico/microsoft/services/websites';
import { expect, test } from 'vitest';
import type { Contract } from './stage.ts';

export const siteProbeContract: Contract = (stage) => {
  test('a ready site answers; a private one by leading to the sign-in', async () => {
    const { value } = await stage().connect(websites).listWebsites({ environment: stage().environment });
    const ready = value.find(({ packageInstallStatus }) => packageInstallStatus === 'Installed');
    if (!ready?.websiteUrl) return;
    const { status, location } = await stage().connect(siteProbe, ready.websiteUrl).probe({});
    if (ready.siteVisibility === 'private')
      expect([status, location]).toEqual([302, expect.stringContaining('authorize')]);
    else expect(status).toBeLessThan(400);
  });
};
