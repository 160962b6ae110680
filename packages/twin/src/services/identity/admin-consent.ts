import type { Persona } from '../../world/directory.ts';
import { appById, mayReturnTo } from './apps.ts';
import { backTo, type Fields, text } from './asking.ts';
import { SignInRefused } from './errors.ts';
import type { SignIn } from './issue.ts';
import { accountIn, homeOf, mayConsentForAll, peopleOf, tenantNamed } from './people.ts';
import { consent } from './permit.ts';

export type AdminNext =
  | { readonly show: 'pick'; readonly people: readonly Persona[] }
  | { readonly show: 'consent'; readonly person: Persona }
  | { readonly go: string };

/** The link that a consultant hands to an administrator: pick who you are, then accept for everybody. */
export function adminConsent(
  { world, sessions }: SignIn,
  tenantName: string,
  query: Fields,
  posted: Fields,
  browser: string,
): AdminNext {
  const tenant = tenantNamed(world, tenantName);
  const redirect = text(query, 'redirect_uri') ?? '';
  if (!mayReturnTo(appById(world, text(query, 'client_id')), redirect))
    throw new SignInRefused(50011, redirect);
  const back = (answer: Record<string, string>) => ({
    go: backTo({ redirect, mode: 'query', state: text(query, 'state') }, answer),
  });
  const people = peopleOf(world, tenant);
  const chosen = people.find(({ id }) => id === text(posted, 'account'));
  if (!chosen) return { show: 'pick', people };
  const there = sessions.of(browser).find(({ home }) => home === homeOf(chosen));
  const session = there ?? sessions.begin(browser, chosen);
  const person = accountIn(world, session.home, tenant);
  const answer = text(posted, 'consent');
  if (!answer) return { show: 'consent', person };
  const refused = answer === 'refused' ? 65004 : 90094;
  if (answer === 'refused' || !mayConsentForAll(person))
    return back({ error: 'access_denied', error_description: new SignInRefused(refused).message });
  consent(world, person, true);
  return back({
    admin_consent: 'True',
    tenant: person.tenant,
    scope: text(query, 'scope') ?? '',
  });
}
