import type { State } from '../world.ts';
import { tenants } from './contoso/ids.ts';
import { contoso } from './contoso.ts';

/** The tenant stores more in Dataverse databases than it bought room for. */
export function storageFull(): State {
  const state = contoso();
  for (const stored of state.platform.storage[tenants.contoso] ?? [])
    if (stored.type === 'Database') stored.used = stored.total + 870;
  return { ...state, scenario: 'storage-full' };
}
