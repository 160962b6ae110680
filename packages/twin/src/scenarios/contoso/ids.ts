import { guid } from '../../world.ts';

/**
 * The fixed ids of the Contoso story: every slice that names the same thing takes it from here, so that
 * environments, organizations, links and people fit together whoever writes them.
 */
export const tenants = { contoso: guid(1), fabrikam: guid(11), wingtip: guid(12), adatum: guid(13) };

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

export const people = {
  /** Consultant with everything granted directly. */
  alex: guid(101),
  /** Tenant administrator. */
  mona: guid(102),
  /** Roles by a security group only. */
  gregor: guid(103),
  /** Roles activated for a few hours (PIM). */
  pia: guid(104),
  /** No role at all. */
  paul: guid(105),
  /** Must confirm the sign-in before Microsoft's services answer. */
  stella: guid(106),
  /** Blocked by conditional access. */
  bruno: guid(107),
  /** Signed in too long ago. */
  eva: guid(108),
  /** A partner's consultant, as a guest here. */
  gita: guid(132),
};
