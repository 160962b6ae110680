/** A product as Microsoft's list of product names and service plans has it (mid-2026). */
export interface Sku {
  readonly id: string;
  readonly partNumber: string;
  readonly appliesTo: 'User' | 'Company';
  /** Name and id of each plan. */
  readonly plans: Readonly<Record<string, string>>;
}

const foundation = { EXCHANGE_S_FOUNDATION: '113feb6c-3fe4-4440-bddc-54d774bf0318' };

export const sku = {
  supplyChain: {
    id: 'f2e48cb3-9da0-42cd-8464-4a54ce198ad0',
    partNumber: 'DYN365_SCM',
    appliesTo: 'User',
    plans: {
      ...foundation,
      D365_SCM: '1224eae4-0d91-474a-8a52-27ec96a63fe7',
      DYN365_CDS_SUPPLYCHAINMANAGEMENT: 'b6a8b974-2956-4e14-ae81-f0384c363528',
      DYN365_REGULATORY_SERVICE: 'c7657ae3-c0b0-4eed-8c1d-6a7967bd9c65',
      FLOW_DYN_APPS: '7e6d7d78-73de-46ba-83b1-6d25117334ba',
      POWERAPPS_DYN_APPS: '874fc546-6efe-4d22-90b8-5c4e7aa59f4b',
    },
  },
  teamMembers: {
    id: '7ac9fe77-66b7-4e5e-9e46-10eed1cff547',
    partNumber: 'DYN365_TEAM_MEMBERS',
    appliesTo: 'User',
    // The plans that matter here; the product has about a dozen more.
    plans: {
      Dynamics_365_for_Operations_Team_members: 'f5aa7b45-8a36-4cd1-bc37-5d06dea98645',
      FLOW_DYN_APPS: '7e6d7d78-73de-46ba-83b1-6d25117334ba',
      Power_Pages_Internal_User: '60bf28f9-2b70-4522-96f7-335f5e06c941',
      POWERAPPS_DYN_TEAM: '52e619e2-2730-439a-b0d3-d09ab7e8b705',
    },
  },
  authenticatedUsers: {
    id: 'debc9e58-f2d7-412c-a0b6-575608564228',
    partNumber: 'Power_Pages_authenticated_users_T1_100_users/per_site/month_capacity_pack',
    appliesTo: 'Company',
    plans: {
      PowerPages_Authenticated_User: '0d3366f3-266e-4117-b422-7cabbc165e7c',
      PowerPages_Authenticated_User_GCCH: '18e74ca2-b5f0-4802-9a8b-00d2ff1e8322',
    },
  },
  makersTrial: {
    id: '3f9f06f5-3c31-472c-985f-62d9c10ec167',
    partNumber: 'Power_Pages_vTrial_for_Makers',
    appliesTo: 'User',
    plans: {
      ...foundation,
      DYN365_CDS_VIRAL: '17ab22cd-a0b3-4536-910a-cb6eb12696c0',
      POWER_PAGES_VTRIAL: '6817d093-2d30-4249-8bd6-774f01efa78c',
    },
  },
  databaseCapacity: {
    id: 'e612d426-6bc3-4181-9658-91aa906b0ac0',
    partNumber: 'CDS_DB_CAPACITY',
    appliesTo: 'Company',
    plans: { ...foundation, CDS_DB_CAPACITY: '360bcc37-0c11-4264-8eed-9fa7a3297c9b' },
  },
} satisfies Record<string, Sku>;
