import type { ThereSite } from '@portico/contract/findings';
import { suggestAddresses } from '@portico/contract/suggest-addresses';
import type { RunState } from '@portico/plan/reduce';
import { factsOf } from './facts.ts';

/** The portal that is in the environment already, as it was seen last, and whether it surely is one. */
export function siteThere(state: RunState): { readonly site: ThereSite; readonly sure: boolean } | undefined {
  const elsewhere = factsOf(state, 'site-address')?.site;
  if (elsewhere) return { site: elsewhere, sure: true };
  const { site, sure = false } = factsOf(state, 'site-absent') ?? {};
  return site && { site, sure };
}

/** What is decided by going on with a site that is there. */
export const draftOf = ({ name, subdomain, language }: ThereSite) => ({
  name: name || subdomain,
  subdomain,
  ...(language === undefined ? {} : { language }),
  record: undefined,
});

/** Other addresses where this very one was refused: by what we saw, or by Microsoft when it was asked for. */
export function freeAddresses(state: RunState, subdomain: string): readonly string[] {
  // Answers were parsed before they were journalled; what is typed now may be another one.
  const decided = state.answers['portal-site'] as { readonly subdomain?: string } | undefined;
  if (decided?.subdomain !== subdomain) return [];
  const seen = factsOf(state, 'site-address')?.free;
  if (seen) return seen;
  const asked = Object.values(state.operations).findLast(({ action }) => action === 'provision-site');
  const cause = asked?.finished?.problem?.values?.['cause'];
  return cause === 'site-error.address-taken' ? suggestAddresses(subdomain) : [];
}
