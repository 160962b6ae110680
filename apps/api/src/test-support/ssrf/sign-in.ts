import { registrations } from '@portico/twin/registrations';
import { randomBytes, randomUUID } from 'node:crypto';
import { askedPermissions } from '../../auth/asked-permissions.ts';
import { keepAssertion } from '../../auth/assertion.ts';
import { openAuthority } from '../../auth/authority.ts';
import { keyRing } from '../../auth/key-ring.ts';
import { onBehalfOf } from '../../auth/on-behalf-of.ts';
import { tenantKeys } from '../../auth/tenant-keys.ts';
import { memorySealed } from '../../auth/test-support/memory-sealed.ts';
import { tokenValidator } from '../../auth/validate.ts';
import { createVault } from '../../auth/vault.ts';
import type { Estate } from './estate.ts';
import type { Following, Place } from './place.ts';
import { honest } from './tenant.ts';

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Hosts at which people of a cloud sign in; in China it has another name than its documents say. */
const signInHosts = ({ cloud }: Estate) => {
  const { host } = new URL(cloud.authority);
  return host === 'login.chinacloudapi.cn' ? [host, 'login.partner.microsoftonline.cn'] : [host];
};

/** Anybody may send a token: what it says of its tenant, its issuer and its keys is theirs to invent. */
async function present({ estate, given, twist }: Following): Promise<unknown> {
  const authority = await openAuthority(estate.cloud.authority, fetch);
  const validate = tokenValidator({
    authority,
    registrations: { wizard: registrations.browser, api: registrations.api },
    tenants: undefined,
    keys: tenantKeys(authority, fetch),
    now: () => new Date(),
  });
  const named = { jku: given, x5u: given, iss: given };
  const tid = twist % 4 === 0 ? given : twist % 4 === 1 ? `${randomUUID()}${given}` : randomUUID();
  return validate(`Bearer ${json({ alg: 'RS256', kid: given, ...named })}.${json({ tid, ...named })}.c2ln`);
}

/** Our own exchange of a sign-in for a token, with the secret of our registration in its body. */
async function exchange({ estate }: Following): Promise<unknown> {
  const authority = await openAuthority(estate.cloud.authority, fetch);
  const vault = createVault(memorySealed(), keyRing(`k:${randomBytes(32).toString('base64')}`));
  const who = { tenant: randomUUID(), user: randomUUID() };
  await keepAssertion(vault, who, `${json({ alg: 'RS256' })}.${json({ tid: who.tenant })}.c2ln`);
  const tokenFor = onBehalfOf({
    authority,
    vault,
    now: () => new Date(),
    fetch,
    api: { clientId: registrations.api, secret: registrations.apiSecret },
    asked: (audience) => askedPermissions(estate.cloud, audience),
    consentLink: () => '',
  });
  return tokenFor(who, estate.cloud.audiences.graph);
}

const redirected = [301, 302, 303, 307, 308];
const exchanges = (twist: number) => twist % 20 >= 18;

/** The sign-in: no address of it comes from a token or from an answer. */
export const signIn: Place = {
  name: 'sign-in: tokens and redirects',
  allows: (estate, host, path) =>
    signInHosts(estate).includes(host) &&
    /^\/[0-9a-f-]{36}\/(discovery\/v2\.0\/keys|oauth2\/v2\.0\/token)(\?|$)|^\/%7Btenantid%7D\/v2\.0\/\.well-known\//.test(
      path,
    ),
  goods: (estate) => {
    const host = signInHosts(estate).at(-1) ?? '';
    return [
      { given: 'a key', host, path: '/discovery/v2.0/keys', twist: 2 },
      { given: 'a sign-in', host, path: '/oauth2/v2.0/token', twist: 18 },
    ];
  },
  paths: ['/', '/common/discovery/v2.0/keys'],
  tell: (estate, location, twist) => ({
    ...honest(estate),
    ...(twist % 4 === 3
      ? {
          instead: {
            of: exchanges(twist) ? '/token' : '/keys',
            status: redirected[Math.floor(twist / 4) % redirected.length] ?? 302,
            headers: { location },
          },
        }
      : {}),
  }),
  follow: (following) => (exchanges(following.twist) ? exchange(following) : present(following)),
};
