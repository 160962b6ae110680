import { Problem } from '@portico/contract/problems';
import { usualSeconds } from '@portico/contract/usual-seconds';
import type { Website } from '@portico/microsoft/services/websites';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { findSite, hasFailed, isReady } from '../../targets/portal-site.ts';
import { solutionsSince } from '../../targets/solutions-since.ts';
import type { Targets } from '../../targets/targets.ts';
import { failIfRefused } from '../site-operation.ts';
import { decided, refuseElsewhere, refuseOtherPages } from './decided.ts';

const creating = msg({ id: 'provision-site.creating', defaultMessage: 'Microsoft creates the site.' });
const watching = msg({
  id: 'provision-site.watching',
  defaultMessage: 'We watch for a Customer Portal with the address {subdomain}.',
});
const brought = msg({
  id: 'provision-site.solutions',
  defaultMessage: 'With the site these solutions appeared in Dataverse: {solutions}.',
});

/** The id of a site that failed before anybody began: it says nothing of what is done now. */
export const failedBefore = (targets: Targets, verbs: Verbs): Promise<string | null> =>
  verbs.once('failed before', async () => {
    const site = await findSite(targets);
    return site && hasFailed(site) ? site.id : null;
  });

/** Until the list says that the site is ready, by whoever it was begun. */
export async function untilReady(targets: Targets, verbs: Verbs, operation: string | null): Promise<void> {
  const begunAt = await verbs.until(
    'created',
    { says: text(creating), for: 'upstream', every: 20, usually: usualSeconds['provision-site'] },
    async () => {
      const site = await findSite(targets);
      // Asked after the list: of a failure that the list knows, the operation knows why.
      if (operation) await failIfRefused(targets, operation);
      if (!site) return undefined;
      failIfBroken(site);
      refuseOtherPages(targets, site);
      const packaged = /^(Installed|TemplateInstalled)$/i.test(site.packageInstallStatus ?? '');
      return isReady(site) && packaged ? (site.createdOn ?? '') : undefined;
    },
  );
  const solutions = await verbs.once('solutions', () => solutionsSince(targets, begunAt));
  if (solutions !== '') await verbs.say('solutions', text(brought, { solutions }));
}

/** In Microsoft's own page a person creates it; an address mistyped there is noticed as well. */
export async function watch(targets: Targets, verbs: Verbs): Promise<void> {
  const { subdomain } = decided(targets);
  const before = await failedBefore(targets, verbs);
  await verbs.until(
    'created by a person',
    { says: text(watching, { subdomain }), for: 'person', every: 20, usually: 1200 },
    async () => {
      const site = await findSite(targets);
      if (site && !(hasFailed(site) && site.id === before)) return true;
      await refuseElsewhere(targets);
      return undefined;
    },
  );
  await untilReady(targets, verbs, null);
}

/** The second witness: an operation may be forgotten, or be another person's. */
function failIfBroken(site: Website): void {
  const { status, packageInstallStatus: packaged } = site;
  const broken = hasFailed(site) || /Failed$/i.test(packaged ?? '');
  if (broken)
    throw new Problem('action-failed', {
      upstream: {
        status: 200,
        message: `status: ${status ?? '?'}, packageInstallStatus: ${packaged ?? '?'}`,
      },
    });
}
