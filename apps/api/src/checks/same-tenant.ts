import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const same = msg({ id: 'same-tenant.ok', defaultMessage: 'Both sides belong to the same tenant.' });
const other = msg({
  id: 'same-tenant.other',
  defaultMessage: 'Finance and operations belongs to tenant {finance}, the environment to {environment}.',
});
const unsaid = msg({
  id: 'same-tenant.unsaid',
  defaultMessage: 'Dataverse doesn’t say which tenant finance and operations belongs to.',
});
const cause = msg({
  id: 'same-tenant.cause',
  defaultMessage:
    'One of the two was moved between tenants, or linked by mistake. Dual-write works within one tenant only.',
});
const choose = msg({
  id: 'same-tenant.remedy.choose',
  defaultMessage: 'Choose an environment of the tenant that finance and operations belongs to.',
});
const move = msg({
  id: 'same-tenant.remedy.move',
  defaultMessage:
    'If both must stay as they are, ask Microsoft support for a tenant-to-tenant migration; it can’t be done in any page.',
});
const look = msg({
  id: 'same-tenant.remedy.look',
  defaultMessage:
    'Open finance and operations, then the “?” menu, “About”, and compare its tenant with the “Tenant ID” in the Microsoft Entra admin centre, under “Overview”.',
});

/** One tenant on both sides; hard, because dual-write refuses anything else (dual-write, system requirements). */
export default defineCheck({
  title: msg({ id: 'same-tenant.title', defaultMessage: 'Both sides belong to the same tenant' }),
  why: msg({ id: 'same-tenant.why', defaultMessage: 'Dual-write never links across tenants.' }),
  owner: 'tenant-admin',
  after: ['fno-linked'],
  observe: async ({ environment, dataverse, cloud }) => {
    const [{ properties }, client] = await Promise.all([environment(), dataverse()]);
    const seen = await client.findFinanceOperations({});
    return {
      environment: properties.tenantId?.toLowerCase(),
      finance: seen?.TenantId?.toLowerCase(),
      link: cloud.pages.adminCentre,
    };
  },
  judge: ({ environment, finance, link }) => {
    if (!environment || !finance)
      return {
        state: 'unknown',
        says: text(unsaid),
        problem: { code: 'not-readable' },
        remedy: { owner: 'tenant-admin', steps: [text(look)] },
      };
    if (environment === finance) return { state: 'ok', says: text(same) };
    return {
      state: 'blocked',
      says: text(other, { environment, finance }),
      cause: text(cause),
      remedy: { owner: 'tenant-admin', steps: [text(choose), text(move)], link },
    };
  },
});
