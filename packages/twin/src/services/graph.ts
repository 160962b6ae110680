import { Reply } from '@portico/http/mount';
import { graph, subscribedSku } from '@portico/microsoft/services/graph';
import { z } from 'zod';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { Refusal } from '../tokens.ts';
import { graphError } from './graph-error.ts';

const context = 'https://graph.microsoft.com/v1.0/$metadata';

/** Permissions that let an app read the tenant's products; the first is the least (Graph, subscribedSku list). */
const forSkus = [
  'LicenseAssignment.Read.All',
  'Organization.Read.All',
  'Organization.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
const forOneself = ['User.Read', ...forSkus];

/** Roles that may read them in delegated use, from the same page; administrators of more may read too. */
const readers = [
  'Directory Readers',
  'Global Reader',
  'Global Administrator',
  'Dynamics 365 Business Central Administrator',
];

export const graphTwin: ServiceTwin<typeof graph.endpoints> = {
  name: graph.name,
  host: /^graph\.twin\.localhost$/,
  endpoints: graph.endpoints,
  audience: () => 'https://graph.microsoft.com',
  refuse: (refusal) => new Reply(401, graphError('InvalidAuthenticationToken', says[refusal])),
  handlers: {
    listSubscribedSkus: ({ context: call }) => {
      allow(call, forSkus);
      const { person } = call.caller;
      const member = !person.home && call.world.state.switches.licencesOfTenant === 'members';
      if (!member && !person.roles.some(({ name }) => readers.includes(name))) throw denied();
      return {
        '@odata.context': `${context}#subscribedSkus`,
        value: skusOf(call),
      };
    },
    getMe: ({ context: call }) => {
      allow(call, forOneself);
      const { id, name, userName } = call.caller.person;
      const me = { id, displayName: name, mail: userName, userPrincipalName: userName };
      return { '@odata.context': `${context}#users/$entity`, ...me };
    },
    listMyLicences: ({ context: call }) => {
      allow(call, forOneself);
      const { person } = call.caller;
      const mine = skusOf(call).filter(({ skuId }) => person.licences.includes(skuId));
      return {
        '@odata.context': `${context}#users('${person.id}')/licenseDetails`,
        value: mine.map(({ skuId, skuPartNumber, servicePlans }) => ({
          id: `${person.id}_${skuId}`,
          skuId,
          skuPartNumber,
          servicePlans,
        })),
      };
    },
  },
};

const says: Readonly<Record<Refusal, string>> = {
  missing: 'Access token is empty.',
  expired: 'Lifetime validation failed, the token is expired.',
  'wrong-audience': 'Access token validation failure. Invalid audience.',
  'unknown-person': 'Access token validation failure.',
};

const denied = () =>
  new Refused(
    403,
    graphError('Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  );

function allow({ caller }: Call, permissions: readonly string[]): void {
  if (!caller.scopes.some((scope) => permissions.includes(scope))) throw denied();
}

const skusOf = ({ world, caller }: Call) =>
  z.array(subscribedSku).parse(world.state.directory.skus[caller.tenant] ?? []);
