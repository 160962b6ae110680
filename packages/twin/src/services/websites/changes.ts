import { type Handlers, Reply } from '@portico/http/mount';
import type { websites } from '@portico/microsoft/services/websites';
import { convertSite, deleteSite, restartSite, showSite, turnSite } from '../../platform/change-site.ts';
import { type Call, Refused } from '../../serve.ts';
import type { Environment, Site } from '../../world/platform.ts';
import { operationReply } from '../power-platform/operation-reply.ts';
import { enter, read, siteOf, write } from './entered.ts';

type Changes = Handlers<
  Pick<
    typeof websites.endpoints,
    | 'deleteWebsite'
    | 'restartWebsite'
    | 'startWebsite'
    | 'stopWebsite'
    | 'convertToProduction'
    | 'updateSiteVisibility'
    | 'findGovernancePolicy'
    | 'findGovernanceDetails'
  >,
  Call
>;

/** The routes that change a site that is there, and the control that says whether they may. */
export const siteChanges: Changes = {
  deleteWebsite: ({ params, context }) =>
    on(context, params, (environment, site) =>
      operationReply(
        context.world,
        'powerpages',
        deleteSite(context.world, context.caller.person, environment, site),
      ),
    ),
  restartWebsite: ({ params, context }) =>
    on(context, params, (_, site) => done(restartSite(context.world, context.caller.person, site))),
  startWebsite: ({ params, context }) =>
    on(context, params, (_, site) => done(turnSite(context.world, context.caller.person, site, 'on'))),
  stopWebsite: ({ params, context }) =>
    on(context, params, (_, site) => done(turnSite(context.world, context.caller.person, site, 'off'))),
  convertToProduction: ({ params, context }) =>
    on(context, params, (environment, site) =>
      operationReply(
        context.world,
        'powerpages',
        convertSite(context.world, context.caller.person, environment, site),
      ),
    ),
  updateSiteVisibility: ({ params, query, context }) =>
    on(context, params, (environment, site) =>
      done(showSite(context.world, context.caller.person, environment, site, query.siteVisibility)),
    ),
  findGovernancePolicy: ({ params, context }) => policyOf(context, params).value,
  findGovernanceDetails: ({ params, context }) => {
    const { value, sites } = policyOf(context, params);
    return {
      IncludedSites: value === 'Include' ? sites : [],
      ExcludedSites: value === 'Exclude' ? sites : null,
    };
  },
};

function on(
  context: Call,
  params: { readonly environment: string; readonly website: string },
  act: (environment: Environment, site: Site) => Reply,
): Reply {
  const environment = enter(context, params.environment, write);
  return act(environment, siteOf(context, environment, params.website));
}

/** 200 and no body: it takes effect later. */
const done = (_: void): Reply => new Reply(200, undefined);

/** Who never applied a policy has none to read, which is 404 (microsoft/powerplatform-vscode). */
function policyOf(context: Call, { environment: id, policy }: { environment: string; policy: string }) {
  const { platform, switches } = context.world.state;
  const environment = enter(context, id, read);
  const set = policy === publicSites ? platform.publicSites?.[environment.id] : undefined;
  if (set) return set;
  if (policy !== publicSites || switches.publicSitesUnset === 'not-in-force')
    throw new Refused(404, { error: { code: 'A003', message: 'The policy was never applied.' } });
  return { value: 'None' as const, sites: [] };
}

const publicSites = 'PowerPages_AllowNonProdPublicSites';
