import { type GroupId, mendedBy } from '@portico/contract/plan';
import type { Owner } from '@portico/plan/finding';
import { msg, type Text } from '@portico/plan/text';
import type { MessageDescriptor } from 'react-intl';

/** The titles of checks and actions stand beside them, in the API; here are only their ids. */
export const checkTitle = (check: string): Text => ({ id: `${check}.title` });
export const checkWhy = (check: string): Text => ({ id: `${check}.why` });
/** What waits until a check passes is called as the check is. */
export const actionTitle = (action: string): Text => ({ id: `${mendedBy(action) ?? action}.title` });
export const actionLeft = (action: string): Text => ({ id: `${action}.left` });

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
  'keep-up': msg({ id: 'web.group.keep-up', defaultMessage: 'Keep it up to date' }),
};
