import type { Right } from '@portico/contract/finishing';
import { msg } from '@portico/plan/text';
import type { MessageDescriptor } from 'react-intl';

/** What somebody must hold, as Microsoft's screens call it. */
export const rightNames: Readonly<Record<Right, MessageDescriptor>> = {
  user: msg({ id: 'web.right.user', defaultMessage: 'A user in the environment' }),
  administrator: msg({
    id: 'web.right.administrator',
    defaultMessage: 'System Administrator in Dataverse, directly or by a team',
  }),
  'administrator-directly': msg({
    id: 'web.right.administrator-directly',
    defaultMessage: 'System Administrator in Dataverse, given directly and not by a team',
  }),
  'read-write': msg({ id: 'web.right.read-write', defaultMessage: 'Access mode Read-Write in Dataverse' }),
  'create-sites': msg({
    id: 'web.right.create-sites',
    defaultMessage: 'Creating sites, which a tenant setting may keep to administrators',
  }),
  'finance-administrator': msg({
    id: 'web.right.finance-administrator',
    defaultMessage: 'System administrator in finance and operations',
  }),
  'at-home': msg({
    id: 'web.right.at-home',
    defaultMessage: 'An account of the customer’s own organisation, no guest',
  }),
  'tenant-administrator': msg({
    id: 'web.right.tenant-administrator',
    defaultMessage: 'An administrator of the tenant, for what others can’t read',
  }),
};
