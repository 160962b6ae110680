import type { State } from '../world.ts';
import { contoso } from './contoso.ts';

/** Three maps run, one has failed: what somebody finds who takes over. */
export function halfDone(): State {
  const state = contoso();
  const [link] = state.dualWrite.links;
  for (const map of link?.maps.slice(0, 3) ?? []) {
    map.pid ??= map.templateId;
    map.state = 1;
  }
  const failed = link?.maps[3];
  if (failed && failed.errors.length === 0)
    failed.errors.push({
      company: link?.companies[0]?.id ?? '',
      record: '000001',
      field: 'Currency',
      message: 'The field Currency has no match on the other side.',
    });
  return { ...state, scenario: 'half-done' };
}
