import type { Answers } from '@portico/contract/answers';
import { Problem } from '@portico/contract/problems';
import type { Targets } from '../../targets/targets.ts';

/** What was decided about the maps; without it there is nothing to do. */
export function decided({ answers }: Targets): NonNullable<Answers['table-maps']> {
  const decision = answers['table-maps'];
  if (!decision) throw new Problem('answers-missing', { values: { step: 'table-maps' } });
  return decision;
}

/** The sides as Microsoft's page calls them. */
export const masterNames = {
  'finance-operations': 'Finance and Operations',
  dataverse: 'Dataverse',
} as const;
