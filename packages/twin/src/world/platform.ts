/** Power Platform: environments, packages, sites, capacity. */
export interface Platform {
  readonly environments: Environment[];
  readonly sites: Site[];
  readonly operations: Operation[];
  /** What is and was done to environments as a whole. */
  readonly lifecycle: LifecycleOperation[];
  /** Subdomains that somebody outside this story holds: they are unique over all tenants. */
  readonly takenSubdomains: string[];
  /** Tenant settings as BAP answers them, per tenant. */
  readonly settings: Record<string, TenantSettings>;
  /** Who may make non-production sites public, per environment, where an administrator has set it. */
  readonly publicSites?: Record<string, PublicSites>;
  /** Application packages per environment id. */
  readonly packages: Record<string, Package[]>;
  /** Currency reports per tenant, allocations and billing policy per environment. */
  readonly capacity: Record<
    string,
    { type: string; purchased: number; allocated: number; consumed: number }[]
  >;
  readonly allocations: Record<string, { type: string; allocated: number }[]>;
  readonly billing: Record<string, string>;
  /** Dataverse storage per tenant, in MB. */
  readonly storage: Record<string, { type: 'Database' | 'File' | 'Log'; total: number; used: number }[]>;
}

export interface TenantSettings {
  disablePortalsCreationByNonAdminUsers: boolean;
  powerPlatform?: { powerPages: { enableSystemAdminsToChangeSiteVisibility?: boolean } };
}

/** The governance control for non-production sites; sites by the portal's id. */
export interface PublicSites {
  value: 'None' | 'All' | 'Include' | 'Exclude';
  readonly sites: string[];
}

export interface Environment {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  sku: 'Production' | 'Sandbox' | 'Trial' | 'Developer' | 'Default';
  readonly location: string;
  readonly region: string;
  readonly createdAt: string;
  /** The environment group it is in. */
  readonly group?: string;
  runtime: 'Enabled' | 'AdminMode' | 'Disabled';
  /** How far it is set up; not given: `Succeeded`. */
  provisioning?: 'LinkedDatabaseProvisioning' | 'Deleting' | 'Failed';
  /** The Dataverse organization; undefined: none. */
  readonly organization?: string;
  /** Host label of the organization: `contoso` gives contoso.crm4.… */
  readonly domain?: string;
  readonly language: number;
  /** Which template its Customer Portal is made from; not given: the first. */
  portalTemplate?: 1 | 2;
  /** The finance and operations environment that the platform says is linked. */
  finance?: { readonly type: 'Internal' | 'Linked'; readonly id: string; readonly url: string };
}

export interface Site {
  readonly id: string;
  readonly environment: string;
  readonly name: string;
  readonly subdomain: string;
  readonly template: string;
  language: number;
  readonly websiteRecordId: string;
  readonly createdAt: string;
  /** When it is ready; before that it is being created. */
  readonly readyAt: string;
  readonly owner: string;
  /** The site's own application in Entra: what its people sign in to. */
  readonly application: string;
  readonly fails?: { readonly code: string; readonly message: string };
  visibility: 'private' | 'public';
  type: 'Trial' | 'Production';
  stopped: boolean;
  /** Other than what the template gives: its package ended so, or somebody stamped it. */
  packageState?: 'InstallFailed';
  dataModel?: 'Enhanced';
  /** Who is signed in as a contact: what their browser shows, and the contact's id. */
  visits?: { readonly token: string; readonly contact: string }[];
  /** Somebody deleted its host; its record in Dataverse stays (admin/delete-website). */
  deletedAt?: string;
  /** It is away for a minute or two, from then until then: somebody restarted it, or changed who may see it. */
  away?: { readonly from: string; readonly until: string };
  /** What it becomes soon: started or stopped, public or private. */
  soon?: { readonly at: string; readonly stopped?: boolean; readonly visibility?: 'private' | 'public' };
  /** Domains of its own. */
  hostNames?: string[];
  /** Owners of its application in Entra beside who created it. */
  readonly appOwners?: string[];
}

export interface Operation {
  readonly id: string;
  readonly environment: string;
  readonly kind: 'create-site' | 'convert-site' | 'delete-site' | 'install-package';
  readonly startedAt: string;
  readonly endsAt: string;
  readonly fails?: { readonly code: string; readonly message: string };
  readonly site?: string;
  readonly package?: string;
  /** Its effects have been brought about. */
  settled?: true;
}

export interface LifecycleOperation {
  readonly id: string;
  readonly environment: string;
  readonly kind: 'Create' | 'ModifySku' | 'Backup';
  readonly startedAt: string;
  readonly endsAt: string;
  readonly fails?: true;
  readonly person: string;
}

export interface Package {
  readonly id: string;
  readonly uniqueName: string;
  readonly applicationId: string;
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  /** Solutions that the installation brings to Dataverse: unique name → version. */
  readonly solutions: Readonly<Record<string, string>>;
  state: 'None' | 'Installed' | 'InstallRequested' | 'Installing' | 'InstallFailed';
  error?: { readonly code: string; readonly message: string };
}
