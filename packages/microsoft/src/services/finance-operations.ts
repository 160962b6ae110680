import { z } from 'zod';
import { defineService } from '../service.ts';
import { anyCase, listOf } from '../wire.ts';

const odata = 'MicrosoftDocs/dynamics-365-unified-operations-public, data-entities/odata';

/** Finance and operations' OData: what readiness checks read. The base is the environment's address. */
export const financeOperations = defineService({
  name: 'Finance and operations',
  audience: (_cloud, base) => base,
  hosts: (cloud) => cloud.hosts.financeOperations,
  headers: { Accept: 'application/json, application/xml', 'OData-Version': '4.0' },
  endpoints: {
    getMetadata: {
      method: 'GET',
      path: '/data/$metadata',
      summary: 'The model as XML; it is read to see that the service answers this person',
      answer: z.string(),
      effect: 'safe',
      source: odata,
      standing: 'documented',
    },
    listUsers: {
      method: 'GET',
      path: '/data/SystemUsers',
      summary: 'Users there; the alias is the name that somebody signs in with',
      query: z.object({ $filter: z.string() }),
      // Community code spells the key in two ways.
      answer: listOf(anyCase({ UserID: z.string(), Enabled: z.boolean().nullish() })),
      effect: 'safe',
      source: `${odata}; the entity set and its columns are those of community scripts`,
      standing: 'observed',
    },
    listUserRoles: {
      method: 'GET',
      path: '/data/SecurityUserRoles',
      summary: 'Security roles of users there; -SYSADMIN- is the System administrator',
      query: z.object({ $filter: z.string() }),
      answer: listOf(anyCase({ SecurityRoleIdentifier: z.string() })),
      effect: 'safe',
      source: `${odata}; the entity set and its columns are those of community scripts`,
      standing: 'observed',
    },
    listLegalEntities: {
      method: 'GET',
      path: '/data/LegalEntities',
      summary: 'Companies, in all of which the caller need not work',
      query: z.object({
        'cross-company': z.string().default('true'),
        $select: z.string().default('LegalEntityId,Name'),
      }),
      answer: z.looseObject({
        value: z.array(z.looseObject({ LegalEntityId: z.string(), Name: z.string().nullish() })),
        '@odata.nextLink': z.string().optional(),
      }),
      effect: 'safe',
      source: `${odata}; the entity is OMLegalEntity, public name LegalEntities`,
      standing: 'documented',
    },
  },
});
