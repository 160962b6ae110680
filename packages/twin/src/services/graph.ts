import { Reply } from '@portico/http/mount';
import { graph, subscribedSku } from '@portico/microsoft/services/graph';
import { z } from 'zod';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { Refusal } from '../tokens.ts';
import type { Persona } from '../world/directory.ts';
import { guid } from '../world.ts';
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
const forOneself = ['User.Read', 'RoleManagement.Read.Directory', ...forSkus];
/** Without one of these, roles come as bare ids. */
const forRoles = ['RoleManagement.Read.Directory', 'Directory.Read.All', 'Directory.ReadWrite.All'];

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
      const { id, name, userName, home } = inDirectory(call);
      const domain = call.world.state.directory.tenants.find((one) => one.id === call.caller.tenant)?.domain;
      return {
        '@odata.context': `${context}#users(id,displayName,mail,userPrincipalName,userType)/$entity`,
        id,
        displayName: name,
        mail: userName,
        // A guest's name is made of the one at home.
        userPrincipalName: home ? `${userName.replace('@', '_')}#EXT#@${domain}` : userName,
        userType: home ? 'Guest' : 'Member',
      };
    },
    listMyRoles: ({ context: call }) => {
      allow(call, forOneself);
      const { roles } = inDirectory(call);
      const readable = call.caller.scopes.some((scope) => forRoles.includes(scope));
      const ways =
        call.world.state.switches.activatedRoles === 'shown' ? ['directly', 'by-pim'] : ['directly'];
      const held = roles.filter(({ name, held: way }) => ways.includes(way) && roleTemplates.has(name));
      return {
        '@odata.context': `${context}#directoryRoles`,
        value: held.map(({ name }) => ({
          id: guid(Number.parseInt(roleTemplates.get(name)?.slice(0, 6) ?? '', 16)),
          displayName: readable ? name : null,
          roleTemplateId: readable ? roleTemplates.get(name) : null,
        })),
      };
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

/** Ids of directory roles, the same in every tenant (Entra, built-in roles). */
const roleTemplates = new Map([
  ['Power Platform Administrator', '11648597-926c-4cf3-9c36-bcebb0ba8dcc'],
  ['Dynamics 365 Administrator', '44367163-eba1-44c3-98af-f5787879f96a'],
  ['Global Administrator', '62e90394-69f5-4237-9190-012177145e10'],
  ['Global Reader', 'f2ef992c-3afb-46b9-b7cf-a126ee74c451'],
  ['Directory Readers', '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'],
]);

/** Who came by a partner's delegation has no account here. */
function inDirectory({ caller: { person }, world }: Call): Persona {
  if (!person.delegated) return person;
  if (world.state.switches.delegatedInGraph === 'forbidden') throw denied();
  throw new Refused(
    404,
    graphError(
      'Request_ResourceNotFound',
      `Resource '${person.id}' does not exist or one of its queried reference-property objects are not present.`,
    ),
  );
}

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
