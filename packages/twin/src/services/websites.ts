import { Reply } from '@portico/http/mount';
import { websites } from '@portico/microsoft/services/websites';
import { addressOf } from '../addresses.ts';
import { takeFault } from '../faults.ts';
import { createSite } from '../platform/create-site.ts';
import { later, minutes } from '../platform/durations.ts';
import { isServiceAdministrator, holds } from '../platform/rights.ts';
import { lifeOf } from '../platform/site-life.ts';
import { refuseSite } from '../platform/site-refusals.ts';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { Environment, Site } from '../world/platform.ts';
import { allow, environmentOf, gateway } from './power-platform/gateway.ts';
import { operationReply } from './power-platform/operation-reply.ts';
import { websiteBody } from './websites/website-body.ts';
import { websiteOperationBody } from './websites/operation-body.ts';

const read = ['PowerPages.Websites.Read', 'PowerPages.Websites.Write'];
const write = ['PowerPages.Websites.Write'];

/** Assumed: no page size was published. */
const pageSize = 10;

export const websitesTwin: ServiceTwin<typeof websites.endpoints> = {
  ...gateway,
  name: websites.name,
  endpoints: websites.endpoints,
  handlers: {
    listWebsites: ({ params, query, context }) => {
      const environment = enter(context, params.environment, read);
      const sites = sitesOf(context, environment);
      const skip = Number(query.skip ?? 0);
      const address = `${addressOf(context.world, 'api')}/powerpages/environments/${environment.id}/websites`;
      return {
        value: sites
          .slice(skip, skip + pageSize)
          .map((site) => websiteBody(context.world, environment, site)),
        ...(sites.length > skip + pageSize
          ? { '@odata.nextLink': `${address}?api-version=${query['api-version']}&skip=${skip + pageSize}` }
          : {}),
      };
    },
    getWebsite: ({ params, context }) => {
      const environment = enter(context, params.environment, read);
      return websiteBody(context.world, environment, siteOf(context, environment, params.website));
    },
    createWebsite: ({ params, body, context }) => {
      enter(context, params.environment, write);
      const operation = createSite(context.world, context.caller.person, params.environment, body);
      return operationReply(context.world, 'powerpages', operation);
    },
    getOperation: ({ params, context }) => {
      const environment = enter(context, params.environment, read);
      const found = context.world.state.platform.operations.find(
        ({ id, environment: of, kind }) =>
          id === params.operation && of === environment.id && kind === 'create-site',
      );
      if (!found) throw new Refused(404, { error: { code: 'A002', message: 'Operation does not exist' } });
      // The same id for each look, so that a story told twice is the same.
      return new Reply(200, websiteOperationBody(context.world, found), { 'x-ms-correlation-id': found.id });
    },
    restartWebsite: ({ params, context }) => {
      const environment = enter(context, params.environment, write);
      const site = siteOf(context, environment, params.website);
      const { person } = context.caller;
      if (
        site.owner !== person.id &&
        !holds(person, 'System Administrator') &&
        !isServiceAdministrator(person)
      )
        refuseSite('role');
      site.backAt = later(context.world.clock.now(), 2 * minutes);
      return undefined;
    },
  },
};

function enter(context: Call, environment: string, scopes: readonly string[]): Environment {
  allow(context, scopes);
  return environmentOf(context, environment, () => refuseSite('environment'));
}

function sitesOf({ world }: Call, environment: Environment): Site[] {
  const stale = takeFault(world, websites.name, 'listWebsites', 'stale-reads');
  const until = world.clock.now().getTime() - (stale?.seconds ?? 0) * 1000;
  return world.state.platform.sites.filter(
    (site) =>
      site.environment === environment.id &&
      lifeOf(world, site, environment).phase !== 'deleted' &&
      (!stale || Date.parse(site.createdAt) <= until),
  );
}

const siteOf = (context: Call, environment: Environment, id: string): Site =>
  sitesOf(context, environment).find((site) => site.id === id) ?? refuseSite('unknownSite');
