import { siteProbe } from '@portico/microsoft/services/site-probe';
import { websites } from '@portico/microsoft/services/websites';
import { expect, test } from 'vitest';
import type { Contract } from './contract.ts';

export const siteProbeContract: Contract = (stage) => {
  test('a ready site answers; a private one by leading to the sign-in', async () => {
    const { value } = await stage().connect(websites).listWebsites({ environment: stage().environment });
    const ready = value.find(({ packageInstallStatus }) => packageInstallStatus === 'Installed');
    if (!ready?.websiteUrl) return;
    const seen = await stage().connect(siteProbe, ready.websiteUrl).probe({});
    const hidden = ready.siteVisibility === 'private';
    expect(seen.status).toBe(hidden ? 302 : 200);
    expect(seen.location ?? '').toContain(hidden ? 'authorize' : '');
  });
};
