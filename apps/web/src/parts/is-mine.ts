import type { CheckId } from '@portico/contract/plan';
import type { Owner } from '@portico/plan/finding';
import type { RunState } from '@portico/plan/reduce';

/** The check that tells whether who looks holds the office. */
const offices: Partial<Record<Owner, CheckId>> = {
  'environment-admin': 'system-administrator',
  'tenant-admin': 'service-administrator',
  'finance-operations-admin': 'finance-operations-administrator',
};

/** Whether who is named as the one to do something is the very person who looks; false where it isn't known. */
export function isMine(owner: Owner | undefined, state: RunState): boolean {
  const office = owner && offices[owner];
  return office !== undefined && state.checks[office]?.finding?.state === 'ok';
}
