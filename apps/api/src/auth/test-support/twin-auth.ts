import { randomBytes } from 'node:crypto';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { registrations } from '@portico/twin/registrations';
import { signInAs } from '@portico/twin/sign-in-as';
import type { Twin } from '@portico/twin/twin';
import { askedPermissions } from '../asked-permissions.ts';
import { openAuthority } from '../authority.ts';
import { consentLink } from '../consent-link.ts';
import { keyRing } from '../key-ring.ts';
import { memorySealed } from './memory-sealed.ts';
import { onBehalfOf } from '../on-behalf-of.ts';
import type { Who } from '../principal.ts';
import { createSessions } from '../sessions.ts';
import { tenantKeys } from '../tenant-keys.ts';
import { tokenValidator } from '../validate.ts';
import { createVault } from '../vault.ts';

/** For tests: the whole of `auth` on a twin, with its store in memory and its calls counted. */
export async function authOn(twin: Twin, { secret = registrations.apiSecret, api = registrations.api } = {}) {
  const calls: string[] = [];
  const secrets = new Set<string>();
  const note = (fields: Iterable<readonly [string, unknown]>) => {
    for (const [name, value] of fields)
      if (/token$|assertion|secret/.test(name) && typeof value === 'string') secrets.add(value);
  };
  const counting: typeof fetch = async (input, init) => {
    calls.push(input instanceof Request ? input.url : input.toString());
    if (typeof init?.body === 'string') note(new URLSearchParams(init.body));
    const answer = await fetch(input, init);
    const body: unknown = await answer
      .clone()
      .json()
      .catch(() => undefined);
    note(Object.entries(body ?? {}));
    return answer;
  };
  const authority = await openAuthority(`http://localhost:${twin.port}`, fetch);
  const consent = consentLink(authority, api, {
    graph: 'https://graph.microsoft.com',
    returnTo: 'http://localhost:4700/',
  });
  const store = memorySealed();
  const vault = createVault(store, keyRing(`k:${randomBytes(32).toString('base64')}`));
  const back: string[] = [];
  const sessions = createSessions(vault, ({ name }) => back.push(name));
  const now = () => new Date();
  const validate = tokenValidator({
    authority,
    registrations: { wizard: registrations.browser, api: registrations.api },
    tenants: undefined,
    keys: tenantKeys(authority, fetch),
    now,
  });
  /** As after a restart: nothing but the store is left. */
  const restarted = () =>
    onBehalfOf({
      authority,
      api: { clientId: api, secret },
      vault,
      asked: (audience) => askedPermissions(twinCloud(twin.port, 1), audience),
      consentLink: consent,
      now,
      fetch: counting,
    });
  return {
    authority,
    consent,
    vault,
    store,
    /** Addresses that tokens were asked at. */
    calls,
    /** Every token and secret that went over the wire. */
    secrets,
    back,
    validate,
    restarted,
    /** What a request does first. */
    async enter(authorization: string | undefined) {
      const here = await validate(authorization);
      await sessions.remember(here);
      return here.principal;
    },
    tokenFor: restarted(),
    /** Signs a persona in and lets the API see them once; answers the reference that operations hold. */
    async arrive(userName: string, how?: Parameters<typeof signInAs>[3]): Promise<Who> {
      const here = await validate(`Bearer ${await signInAs(twin, userName, 'api', how)}`);
      await sessions.remember(here);
      return { tenant: here.principal.tenant, user: here.principal.user };
    },
  };
}
