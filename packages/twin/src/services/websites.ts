import { Reply } from '@portico/http/mount';
import { websites } from '@portico/microsoft/services/websites';
import { addressOf } from '../addresses.ts';
import { createSite } from '../platform/create-site.ts';
import { Refused, type ServiceTwin } from '../serve.ts';
import { gateway } from './power-platform/gateway.ts';
import { operationReply } from './power-platform/operation-reply.ts';
import { siteChanges } from './websites/changes.ts';
import { enter, read, siteOf, sitesOf, write } from './websites/entered.ts';
import { websiteBody } from './websites/website-body.ts';
import { websiteOperationBody } from './websites/operation-body.ts';

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
          id === params.operation && of === environment.id && kind !== 'install-package',
      );
      if (!found) throw new Refused(404, { error: { code: 'A002', message: 'Operation does not exist' } });
      // The same id for each look, so that a story told twice is the same.
      return new Reply(200, websiteOperationBody(context.world, found), { 'x-ms-correlation-id': found.id });
    },
    ...siteChanges,
  },
};
