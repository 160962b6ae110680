import { guid } from '../../world.ts';
import { people as named, tenants } from './directory-ids.ts';

/**
 * The fixed ids of the Contoso story: every slice that names the same thing takes it from here, so that
 * environments, organizations, links and people fit together whoever writes them.
 */
export { tenants };

export const environments = {
  production: guid(2),
  sandbox: guid(20),
  developer: guid(22),
  /** Not a GUID: the default environment carries the tenant in its name. */
  default: `Default-${tenants.contoso}`,
};

/** Dataverse organizations; the developer environment has none. */
export const organizations = { production: guid(3), sandbox: guid(21), default: guid(23) };

/** Host labels of the organizations: `contoso` gives contoso.crm4.… */
export const domains = { production: 'contoso', sandbox: 'contoso-sandbox', default: 'contoso-default' };

export const finance = { id: guid(4), host: 'contoso.operations.twin.localhost' };

/** People by the part they play, whatever they are called in the directory. */
export const people = {
  /** Consultant with everything granted directly. */
  alex: named.alex,
  /** Tenant administrator. */
  mona: named.mona,
  /** Roles by a security group only. */
  gregor: named.gita,
  /** Roles activated for a few hours (PIM). */
  pia: named.piet,
  /** No role at all. */
  paul: named.una,
  /** Must confirm the sign-in before Microsoft's services answer. */
  stella: named.stella,
  /** Blocked by conditional access. */
  bruno: named.boris,
  /** Signed in too long ago. */
  eva: named.elin,
  /** System Administrator whose user may only read. */
  rita: named.rhea,
  /** Service administrator of the tenant, without a user in any environment that is his. */
  saul: named.sven,
  /** A partner's consultant, as a guest here. */
  gita: named.gusAtContoso,
};
