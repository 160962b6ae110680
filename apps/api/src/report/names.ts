import { mendedBy } from '@portico/contract/plan';
import type { Owner } from '@portico/plan/finding';
import type { Status } from '@portico/plan/gate';
import { msg, type Text, text } from '@portico/plan/text';

/** Titles stand beside the check, action or screen they name; only their ids are known here. */
export const checkTitle = (check: string): Text => ({ id: `${check}.title` });
/** What waits until a check passes is called as the check is. */
export const actionTitle = (action: string): Text => ({ id: `${mendedBy(action) ?? action}.title` });
export const stepTitle = (step: string): Text => ({ id: `web.step.${step}` });
/** On paper nobody is "you". */
const toDo = msg({ id: 'report.status.your-turn', defaultMessage: 'To be done' });
export const statusName = (status: Status): Text =>
  status === 'your-turn' ? text(toDo) : { id: `web.status.${status}` };

const owners = {
  you: msg({ id: 'report.owner.you', defaultMessage: 'Whoever does this set-up' }),
  'environment-admin': msg({
    id: 'report.owner.environment-admin',
    defaultMessage: 'Environment administrator',
  }),
  'tenant-admin': msg({ id: 'report.owner.tenant-admin', defaultMessage: 'Tenant administrator' }),
  'licence-admin': msg({ id: 'report.owner.licence-admin', defaultMessage: 'Licence administrator' }),
  'finance-operations-admin': msg({
    id: 'report.owner.finance-operations-admin',
    defaultMessage: 'Finance and operations administrator',
  }),
  microsoft: msg({ id: 'report.owner.microsoft', defaultMessage: 'Microsoft' }),
  portico: msg({ id: 'report.owner.portico', defaultMessage: 'Whoever runs Portico' }),
} satisfies Record<Owner, unknown>;

export const ownerName = (owner: Owner): Text => text(owners[owner]);
