import type { GroupId } from '@portico/contract/plan';
import type { Owner } from '@portico/plan/finding';
import { type MessageDescriptor } from 'react-intl';
import { msg } from '@portico/plan/text';

/** A check's title and reason stand beside the check, in the API; here are only their ids. */
export const checkTitle = (check: string): { id: string } => ({
  id: `check.${check}`,
});
export const checkWhy = (check: string): { id: string } => ({ id: `check.${check}.why` });
export const actionTitle = (action: string): { id: string } => ({ id: `action.${action}` });

export const ownerNames: Readonly<Record<Owner, MessageDescriptor>> = {
  you: msg({ id: 'web.owner.you', defaultMessage: 'You' }),
  'environment-admin': msg({
    id: 'web.owner.environment-admin',
    defaultMessage: 'Environment administrator',
  }),
  'tenant-admin': msg({ id: 'web.owner.tenant-admin', defaultMessage: 'Tenant administrator' }),
  'licence-admin': msg({ id: 'web.owner.licence-admin', defaultMessage: 'Licence administrator' }),
  'finance-operations-admin': msg({
    id: 'web.owner.finance-operations-admin',
    defaultMessage: 'Finance and operations administrator',
  }),
  microsoft: msg({ id: 'web.owner.microsoft', defaultMessage: 'Microsoft' }),
  portico: msg({ id: 'web.owner.portico', defaultMessage: 'Portico' }),
};

export const groupNames: Readonly<Record<GroupId, MessageDescriptor>> = {
  check: msg({ id: 'web.group.check', defaultMessage: 'Check' }),
  'connect-data': msg({ id: 'web.group.connect-data', defaultMessage: 'Connect data' }),
  'create-site': msg({ id: 'web.group.create-site', defaultMessage: 'Create site' }),
  'hand-over': msg({ id: 'web.group.hand-over', defaultMessage: 'Hand over' }),
};
