import type { Persona } from '../../world/directory.ts';
import { appOf } from './apps.ts';
import { type Asking, backTo, type Fields, text } from './asking.ts';
import { SignInRefused } from './errors.ts';
import { clientInfo, type SignIn } from './issue.ts';
import { accountIn, homeOf, mayConsentForAll, peopleOf } from './people.ts';
import { asksForProof, consent, hasConsent, permit } from './permit.ts';
import { readScopes } from './permissions.ts';
import type { Session } from './sessions.ts';

/** What a person sees next, or where the browser goes. */
export type Next =
  | { readonly show: 'pick'; readonly people: readonly Persona[] }
  | { readonly show: 'proof' | 'consent'; readonly person: Persona }
  | { readonly show: 'trouble'; readonly refused: SignInRefused }
  | { readonly go: string };

/**
 * Decides on an authorization request. `posted` is what a person chose on the page before: `account`, then
 * `proof` or `consent`; empty on the way in. `browser` is the cookie's value.
 */
export function authorize(signIn: SignIn, asking: Asking, posted: Fields, browser: string): Next {
  try {
    // Read early, so that a scope that nothing can come of isn't found out after all the clicking.
    const asked = readScopes(signIn.world, asking.scope);
    const session = sessionFor(signIn, asking, posted, browser);
    if (!session) return { show: 'pick', people: peopleOf(signIn.world, asking.tenant) };
    const person = accountIn(signIn.world, session.home, asking.tenant);
    if (person.sign === 'kept-out') throw new SignInRefused(53003);
    if (person.sign === 'unassigned') throw new SignInRefused(50105, asking.app.name);
    const next =
      proofFirst(asking, posted, session, person) ?? consentFirst(signIn, asking, posted, session, person);
    if (next) return next;
    const client = asking.app;
    if (client.kind === 'browser' && !asking.challenge) throw new SignInRefused(9002325);
    permit(signIn.world, { app: client, person, session, asked, challenged: false });
    const code = signIn.sessions.hand({
      session,
      clientId: client.clientId,
      tenant: person.tenant,
      scope: asking.scope,
      redirect: asking.redirect,
      ...(asking.challenge ? { challenge: asking.challenge } : {}),
      ...(asking.nonce ? { nonce: asking.nonce } : {}),
    });
    const answer = { code, client_info: clientInfo(signIn.world, person), session_state: session.id };
    return { go: backTo(asking, answer) };
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    const shown = signIn.world.state.switches.refusedSignIn === 'shown' && asking.prompt !== 'none';
    if (shown && atTheDoor.has(error.number)) return { show: 'trouble', refused: error };
    const body = error.body(signIn.world.clock.now());
    return {
      go: backTo(asking, {
        error: String(body['error']),
        error_description: String(body['error_description']),
        error_uri: String(body['error_uri']),
        ...(error.kind.suberror ? { suberror: error.kind.suberror } : {}),
      }),
    };
  }
}

/** Who may not come in at all; anything else is always told to the app. */
const atTheDoor: ReadonlySet<number> = new Set([50105, 53003]);

/** The session to go on with: the one just chosen, one that is there already, or none yet. */
function sessionFor(
  { world, sessions }: SignIn,
  { tenant, prompt, hint, sid }: Asking,
  posted: Fields,
  browser: string,
): Session | undefined {
  const chosen = text(posted, 'account');
  const people = peopleOf(world, tenant);
  if (chosen) {
    const person = people.find(({ id }) => id === chosen);
    if (!person) throw new SignInRefused(50020, chosen);
    const later = text(posted, 'proof') ?? text(posted, 'consent');
    const there = sessions.of(browser).find(({ home }) => home === homeOf(person));
    return later && there ? there : sessions.begin(browser, person);
  }
  if (prompt === 'select_account') return undefined;
  const hinted = hint ? people.find(({ userName }) => userName.toLowerCase() === hint) : undefined;
  const fresh = sessions.of(browser).filter(({ expired }) => !expired);
  const fitting = fresh.filter(
    ({ id, home }) => (!hinted || home === homeOf(hinted)) && (!sid || id === sid),
  );
  const single = fitting.length === 1 ? fitting[0] : undefined;
  if (prompt === 'none') {
    if (!single) throw new SignInRefused(50058);
    return single;
  }
  if (single && prompt !== 'login') return single;
  // A rehearsal knows no passwords: to name the account is to sign in with it.
  return hinted ? sessions.begin(browser, hinted) : undefined;
}

function proofFirst(
  { claims, prompt }: Asking,
  posted: Fields,
  session: Session,
  person: Persona,
): Next | undefined {
  if (text(posted, 'proof') === 'given') session.proven = true;
  if (text(posted, 'proof') === 'refused') throw new SignInRefused(65004);
  if (session.proven || !asksForProof(claims)) return undefined;
  if (prompt === 'none') throw new SignInRefused(50076, 'Portico');
  return { show: 'proof', person };
}

function consentFirst(
  { world }: SignIn,
  { prompt, scope }: Asking,
  posted: Fields,
  session: Session,
  person: Persona,
): Next | undefined {
  const answer = text(posted, 'consent');
  if (answer === 'refused') throw new SignInRefused(mayConsentForAll(person) ? 65004 : 90094);
  if (answer === 'given') {
    if (!mayConsentForAll(person)) throw new SignInRefused(90094);
    consent(world, person, text(posted, 'everybody') !== undefined);
    return undefined;
  }
  const api = appOf(world, 'api');
  const asksForAll = scope.split(' ').includes(`api://${api.clientId}/.default`);
  const missing = asksForAll && !hasConsent(world, api, person);
  if (prompt !== 'consent' && !missing) return undefined;
  if (prompt === 'none') throw new SignInRefused(65001, api.clientId);
  return session.expired ? undefined : { show: 'consent', person };
}
