import { checksOf, definePlan, mending } from '@portico/plan/plan';

/**
 * What the product does, from top to bottom. Everything hangs off an id in this file: a check is
 * `apps/api/src/checks/<id>.ts`, an action `apps/api/src/actions/<id>.ts`, a step's screen
 * `apps/web/src/steps/<id>.tsx`. An id without its part, or a part without its id, doesn't compile.
 */
export const plan = definePlan({
  version: '1',
  groups: ['check', 'connect-data', 'create-site', 'hand-over', 'keep-up'],
  steps: [
    {
      id: 'environment',
      group: 'check',
      after: [],
      asks: true,
      checks: [
        'dataverse-ready',
        'administration-mode',
        'environment-kind',
        'environment-user',
        'fno-linked',
        'same-tenant',
        'organization-matches',
        'prospect-to-cash-absent',
        'site-absent',
      ],
      soft: ['environment-kind'],
      advice: ['environments-visible', 'same-region', 'first-site', 'former-site'],
      actions: [],
      later: [],
      proof: [],
    },
    {
      id: 'access',
      group: 'check',
      after: ['environment'],
      asks: false,
      checks: [
        'system-administrator',
        'read-write-access',
        'site-creation-allowed',
        'finance-operations-administrator',
      ],
      soft: ['site-creation-allowed', 'finance-operations-administrator'],
      advice: ['service-administrator', 'home-tenant'],
      actions: [],
      later: [],
      proof: [],
    },
    {
      id: 'licensing',
      group: 'check',
      after: ['environment'],
      asks: false,
      checks: [],
      soft: [],
      advice: ['supply-chain-licence', 'power-pages-capacity', 'dataverse-storage'],
      actions: [],
      later: [],
      proof: [],
    },
    {
      id: 'dual-write',
      group: 'connect-data',
      after: ['environment'],
      asks: false,
      checks: [
        'dual-write-solutions',
        'dual-write-versions',
        'plugins-enabled',
        'application-users',
        'dual-write-linked',
        'map-solutions-applied',
        'companies',
        'company-teams',
        'runtime-configuration',
        'attachments-allowed',
      ],
      soft: [
        'application-users',
        'companies',
        'company-teams',
        'runtime-configuration',
        'attachments-allowed',
      ],
      advice: ['dual-write-packages', 'power-pages-core'],
      actions: ['install-packages', 'apply-map-solutions'],
      later: [],
      // What is missing is what the actions install and apply.
      proof: ['dual-write-solutions', 'dual-write-versions', 'map-solutions-applied'],
    },
    {
      id: 'order-readiness',
      group: 'connect-data',
      // Before the table maps: whoever mends these things does it best before hours of copying.
      after: ['environment'],
      asks: false,
      checks: [
        'unit-symbols',
        'sales-units-set',
        'products-matched',
        'products-active',
        'pricing-settings',
        'order-settings-set',
        'number-sequences-distinct',
      ],
      // All but the one that certainly fails. Why is said in each check.
      soft: [
        'sales-units-set',
        'products-matched',
        'products-active',
        'pricing-settings',
        'order-settings-set',
        'number-sequences-distinct',
      ],
      advice: ['price-lists-present', 'accounts-are-customers'],
      actions: [],
      later: [],
      proof: [],
    },
    {
      id: 'table-maps',
      group: 'connect-data',
      after: ['access', 'dual-write'],
      asks: true,
      // The last four are order readiness's as well: what they find, the maps would copy wrongly or not at all.
      checks: [
        'maps-resolved',
        'map-prerequisites',
        'sync-feasible',
        'unit-symbols',
        'sales-units-set',
        'products-matched',
        'products-active',
      ],
      soft: ['sync-feasible', 'sales-units-set', 'products-matched', 'products-active'],
      advice: ['integration-keys'],
      actions: ['start-maps'],
      later: ['pause-maps', 'skip-catch-up', 'stop-maps'],
      proof: ['maps-running'],
    },
    {
      id: 'portal-site',
      group: 'create-site',
      after: ['access', 'table-maps', 'order-readiness'],
      asks: true,
      checks: ['site-address'],
      soft: [],
      // Of a private site the first two are seen by people only.
      advice: ['site-home', 'site-sign-in', 'site-registration', 'baseline-kept'],
      actions: ['provision-site'],
      later: [],
      proof: ['site-provisioned', 'site-package', 'site-standard-model', 'site-language', 'site-answers'],
    },
    {
      id: 'first-users',
      group: 'create-site',
      after: ['table-maps', 'portal-site'],
      asks: true,
      // What only people can fill in stops; the rest is what the action fills in, gives and sends.
      checks: ['users-chosen', 'contacts-usable', 'contacts-synced'],
      // Nobody need be invited now, and finance and operations may not be readable for everybody.
      soft: ['users-chosen', 'contacts-synced'],
      advice: [],
      actions: ['invite-users'],
      later: [],
      proof: ['contacts-ready', 'contacts-synced', 'web-roles-assigned', 'users-invited'],
    },
    {
      id: 'test-order',
      group: 'create-site',
      after: ['first-users', 'order-readiness'],
      asks: false,
      // What keeps an order from arriving, and that one has. It gives way to a reason: who orders, sees. What the steps
      // before have proven of the first users stands there.
      checks: ['order-permissions', 'order-prices', 'products-active', 'order-arrived'],
      soft: ['order-permissions', 'order-prices', 'products-active', 'order-arrived'],
      advice: ['site-home', 'site-sign-in', 'order-wizard'],
      actions: [],
      later: ['place-order'],
      proof: [],
    },
    {
      id: 'go-live',
      group: 'hand-over',
      after: ['portal-site'],
      asks: true,
      checks: ['conversion-kind', 'conversion-rights', 'site-public'],
      // Who owns a site's application can't be read, so Microsoft has the last word. And a site may stay private.
      soft: ['conversion-rights', 'site-public'],
      advice: ['trial-clock', 'power-pages-capacity', 'publishing-allowed', 'custom-domain', 'site-answers'],
      actions: ['convert-site'],
      // A trial that ends doesn't wait until paused maps go on: converting holds up nothing but what it needs itself.
      later: ['convert-site', 'publish-site', 'hide-site', 'restart-site', 'delete-site-host'],
      // Who converts later, and has said who does, is done with the step: then the site may be a trial.
      // Private it holds up no conversion, and is live for nobody.
      proof: ['site-is-production', 'site-public'],
    },
    {
      id: 'report',
      group: 'hand-over',
      after: ['licensing', 'go-live'],
      asks: false,
      checks: [],
      soft: [],
      advice: [],
      actions: [],
      later: [],
      proof: [],
    },
    {
      id: 'update',
      group: 'keep-up',
      after: ['environment'],
      asks: true,
      // Done again whenever a new template is out; a set-up is whole without it.
      recurring: true,
      checks: ['site-writable', 'template-suitable', 'update-decided'],
      soft: [],
      advice: ['baseline-kept', 'site-answers'],
      actions: ['apply-update'],
      later: ['roll-back'],
      proof: ['update-applied'],
    },
  ],
});

type Steps = (typeof plan)['steps'][number];
export type GroupId = (typeof plan)['groups'][number];
export type StepId = Steps['id'];
export type CheckId = (Steps['checks'] | Steps['advice'] | Steps['proof'])[number];
export type ActionId = (Steps['actions'] | Steps['later'])[number];
/** The built-in action of a check: wait until somebody made it pass. */
export type MendId = `mend:${CheckId}`;

/** The check that an action waits for; undefined for a step's own actions. */
export const mendedBy = (action: string): CheckId | undefined =>
  // The plan's check ids are these: the kernel only knows them as strings.
  plan.steps.flatMap((step) => checksOf(step) as readonly CheckId[]).find((id) => mending(id) === action);

/** Steps that are looked at before they are decided, once what they come after is: by what is found there somebody decides. */
export const informing: readonly StepId[] = ['table-maps', 'go-live'];

/** What proves each action: its checks are looked at when it has done its work, and it ends when they say so. */
export const provenBy = {
  'install-packages': ['dual-write-solutions', 'dual-write-versions'],
  'apply-map-solutions': ['map-solutions-applied'],
  'start-maps': ['maps-running'],
  'pause-maps': ['maps-running'],
  'skip-catch-up': ['maps-running'],
  'stop-maps': ['maps-running'],
  'provision-site': ['site-provisioned', 'site-package', 'site-answers'],
  'invite-users': ['contacts-ready', 'web-roles-assigned', 'users-invited'],
  'place-order': ['order-arrived'],
  'convert-site': ['site-is-production'],
  'publish-site': ['site-public'],
  'hide-site': ['site-public'],
  'restart-site': ['site-answers'],
  'delete-site-host': ['site-is-production'],
  'apply-update': ['update-applied'],
  'roll-back': ['update-applied'],
} as const satisfies Record<ActionId, readonly CheckId[]>;

/** What else is looked at when an action has ended, whatever that finds: nothing that it could wait for would change it. */
export const shownBy: Partial<Record<ActionId, readonly CheckId[]>> = {
  'provision-site': [
    'site-standard-model',
    'site-language',
    'site-home',
    'site-sign-in',
    'site-registration',
    // The site as it was made: what every later update is merged from.
    'baseline-kept',
    'trial-clock',
  ],
  'invite-users': ['contacts-synced'],
  // Of a private site nobody sees them but who signs in.
  'place-order': ['site-home', 'site-sign-in'],
  'convert-site': ['trial-clock', 'publishing-allowed', 'site-public'],
  // Who isn't signed in sees other pages now.
  'publish-site': ['publishing-allowed', 'site-answers', 'site-home', 'site-sign-in'],
  'hide-site': ['publishing-allowed', 'site-answers', 'site-home', 'site-sign-in'],
  'apply-update': ['baseline-kept'],
  'roll-back': ['baseline-kept'],
};
