import type { Row } from '../../world/dataverse.ts';
import type { Switches } from '../../world.ts';
import type { Table } from './table.ts';

const relationship = 'powerpagecomponent_powerpagecomponent';

/** A component as it goes out: what it is together with stands in its content, in the relationship, or in both. */
export function componentBody({ componentSets }: Switches, { logical }: Table, row: Row): Row {
  if (logical !== 'powerpagecomponent' || componentSets === 'both') return row;
  if (componentSets === 'content') return relationship in row ? { ...row, [relationship]: [] } : row;
  const { content } = row;
  if (typeof content !== 'string') return row;
  const said = Object.entries(JSON.parse(content) as Row);
  const rest = said.filter(([key, value]) => !key.startsWith('adx_') || !Array.isArray(value));
  return { ...row, content: JSON.stringify(Object.fromEntries(rest)) };
}
