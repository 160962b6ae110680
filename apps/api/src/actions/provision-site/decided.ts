import { Problem } from '@portico/contract/problems';
import type { Website } from '@portico/microsoft/services/websites';
import { isCustomerPortal, showsOthers } from '../../targets/portal-site.ts';
import type { Targets } from '../../targets/targets.ts';

export function decided({ answers }: Pick<Targets, 'answers'>) {
  const decision = answers['portal-site'];
  if (!decision) throw new Problem('answers-missing', { values: { step: 'portal-site' } });
  return decision;
}

/** Nothing makes a site show other pages but a person who decides: waiting for it would never end. */
export function refuseOtherPages(targets: Pick<Targets, 'answers'>, site: Website): void {
  if (showsOthers(site, decided(targets).record))
    throw new Problem('site-other-pages', { values: { url: site.websiteUrl ?? '' } });
}

/** One site of this template may be in an environment: if it is at another address, a person decides what becomes of it. */
export async function refuseElsewhere(targets: Targets): Promise<void> {
  const { subdomain } = decided(targets);
  const other = (await targets.sites()).find(
    (site) => isCustomerPortal(site) === 'yes' && site.subdomain?.toLowerCase() !== subdomain,
  );
  if (other)
    throw new Problem('site-elsewhere', { values: { name: other.name ?? '', url: other.websiteUrl ?? '' } });
}
