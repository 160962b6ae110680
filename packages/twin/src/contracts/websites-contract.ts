import { websites } from '@portico/microsoft/services/websites';
import { expect, test } from 'vitest';
import type { Contract } from './contract.ts';

const unknown = '00000000-0000-4000-8000-000000000000';

export const websitesContract: Contract = (stage) => {
  const where = () => ({ environment: stage().environment });

  test('a listed site can be read by its id, and is the same', async () => {
    const client = stage().connect(websites);
    const [site] = (await client.listWebsites(where())).value;
    if (!site) return;
    const one = await client.getWebsite({ ...where(), website: site.id });
    expect(one).toMatchObject({
      id: site.id,
      subdomain: site.subdomain,
      websiteRecordId: site.websiteRecordId,
    });
    expect(site.createdOn).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
    expect(site.websiteUrl).toContain(`://${site.subdomain}.`);
  });

  test('an unknown site is absent, an unknown environment is refused', async () => {
    const client = stage().connect(websites);
    expect(await client.getWebsite({ ...where(), website: unknown })).toBeUndefined();
    await expect(client.listWebsites({ environment: unknown })).rejects.toMatchObject({
      code: expect.stringMatching(/^upstream-/),
    });
  });

  test('a subdomain that can’t be one is refused before anything begins', async () => {
    const client = stage().connect(websites);
    const body = {
      dataverseOrganizationId: unknown,
      name: 'never created',
      selectedBaseLanguage: 1033,
      subdomain: '-',
      templateName: 'CustomerPortal',
    };
    await expect(client.createWebsite({ ...where(), body })).rejects.toMatchObject({
      code: expect.stringMatching(/^upstream-(refused|forbidden)$/),
      upstream: { status: expect.any(Number) },
    });
  });

  test('what asks to change an unknown site is refused before anything begins', async () => {
    const client = stage().connect(websites);
    const at = { ...where(), website: unknown };
    const body = { EnableCDN: false, EnableWAF: false, UseDynamics365PortalAddOnLicense: false };
    const asked = [
      () => client.convertToProduction({ ...at, body }),
      () => client.updateSiteVisibility({ ...at, siteVisibility: 'private' }),
      () => client.deleteWebsite(at),
      () => client.restartWebsite(at),
    ];
    for (const ask of asked)
      await expect(ask()).rejects.toMatchObject({
        code: expect.stringMatching(/^upstream-(refused|forbidden)$/),
      });
  });

  test('a governance control is one of four words, or was never set', async () => {
    const client = stage().connect(websites);
    const policy = 'PowerPages_AllowNonProdPublicSites';
    const value = await client.findGovernancePolicy({ ...where(), policy });
    expect(['None', 'All', 'Include', 'Exclude', undefined]).toContain(value);
    expect(
      await client.findGovernancePolicy({ ...where(), policy: 'PowerPages_NobodyKnows' }),
    ).toBeUndefined();
  });
};
