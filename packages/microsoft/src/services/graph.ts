import { z } from 'zod';
import { defineService } from '../service.ts';

const optionalText = z.string().nullish();

const servicePlan = z.looseObject({
  servicePlanId: z.string(),
  servicePlanName: optionalText,
  /** Success, Disabled, Error, PendingInput, PendingActivation, PendingProvisioning; others may come. */
  provisioningStatus: optionalText,
  /** User or Company. */
  appliesTo: optionalText,
});

export const subscribedSku = z.looseObject({
  /** Tenant and SKU id with an underscore between. */
  id: z.string(),
  skuId: z.string(),
  /** Holds slashes, spaces and commas for some products. */
  skuPartNumber: z.string(),
  /** Company: an entitlement of the tenant, of which nothing is ever assigned. */
  appliesTo: optionalText,
  /** Enabled, Warning, Suspended, Deleted, LockedOut. */
  capabilityStatus: z.string(),
  /** Seats assigned. */
  consumedUnits: z.number(),
  /** Usable are enabled plus warning, which is the time of grace after the end. */
  prepaidUnits: z.looseObject({
    enabled: z.number(),
    suspended: z.number(),
    warning: z.number(),
    /** Younger than the others. */
    lockedOut: z.number().nullish(),
  }),
  subscriptionIds: z.array(z.string()).nullish(),
  servicePlans: z.array(servicePlan),
});
export type SubscribedSku = z.output<typeof subscribedSku>;

const licence = z.looseObject({
  id: z.string(),
  skuId: z.string(),
  skuPartNumber: z.string(),
  servicePlans: z.array(servicePlan),
});

const list = <T extends z.ZodType>(row: T) =>
  z.looseObject({ value: z.array(row), '@odata.nextLink': optionalText });

/** Microsoft Graph: who is signed in and which licences there are. */
export const graph = defineService({
  name: 'Microsoft Graph',
  base: (cloud) => cloud.bases.graph,
  audience: (cloud) => cloud.audiences.graph,
  endpoints: {
    listSubscribedSkus: {
      method: 'GET',
      path: '/v1.0/subscribedSkus',
      summary: 'Products that the tenant bought, with their plans and counts',
      answer: list(subscribedSku),
      effect: 'safe',
      source: 'learn.microsoft.com/graph/api/subscribedsku-list',
      standing: 'documented',
    },
    getMe: {
      method: 'GET',
      path: '/v1.0/me',
      summary: 'The signed-in person as this directory knows them; a delegated administrator isn’t in it',
      query: z.object({
        $select: z.string().default('id,displayName,mail,userPrincipalName,userType'),
      }),
      answer: z.looseObject({
        /** The object id in this tenant. */
        id: z.string(),
        displayName: optionalText,
        mail: optionalText,
        /** Of somebody from another tenant: `name_home.example#EXT#@this.example`. */
        userPrincipalName: z.string(),
        /** Member or Guest; null for old accounts. */
        userType: optionalText,
      }),
      absent: true,
      effect: 'safe',
      source: 'learn.microsoft.com/graph/api/user-get',
      standing: 'documented',
    },
    listMyRoles: {
      method: 'GET',
      path: '/v1.0/me/memberOf/microsoft.graph.directoryRole',
      summary:
        'Directory roles that the signed-in person holds directly; without the permission for roles only their ids come',
      answer: list(z.looseObject({ displayName: optionalText, roleTemplateId: optionalText })),
      absent: true,
      effect: 'safe',
      source: 'learn.microsoft.com/graph/api/user-list-memberof',
      standing: 'documented',
    },
    listMyLicences: {
      method: 'GET',
      path: '/v1.0/me/licenseDetails',
      summary: 'Licences of the signed-in person, those from groups among them',
      answer: list(licence),
      effect: 'safe',
      source: 'learn.microsoft.com/graph/api/user-list-licensedetails',
      standing: 'documented',
    },
  },
});
