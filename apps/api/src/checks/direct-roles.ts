import type { Targets } from '../targets/targets.ts';
import { read, valueOf } from '../targets/read.ts';

/** Administrators of the tenant who matter here, by the ids of their roles: the same everywhere (Entra, built-in roles). */
const known: ReadonlyMap<string, string> = new Map([
  ['11648597-926c-4cf3-9c36-bcebb0ba8dcc', 'Power Platform Administrator'],
  ['44367163-eba1-44c3-98af-f5787879f96a', 'Dynamics 365 Administrator'],
  ['62e90394-69f5-4237-9190-012177145e10', 'Global Administrator'],
]);

/**
 * Those of them that this person holds directly, by name. Undefined where Graph doesn't say: it refuses, or answers
 * with bare ids because the registration lacks the permission for roles. Who isn't in the directory holds none.
 * Whether a role that was activated for some hours is among them isn't published (a switch of the twin): who says yes
 * from this says “probable”.
 */
export async function directRoles({ graph }: Pick<Targets, 'graph'>): Promise<readonly string[] | undefined> {
  const found = await read(graph.listMyRoles({}));
  if (!('value' in found)) return undefined;
  const rows = valueOf(found)?.value ?? [];
  if (rows.some(({ roleTemplateId }) => !roleTemplateId)) return undefined;
  return rows.flatMap(({ roleTemplateId }) => known.get(roleTemplateId?.toLowerCase() ?? '') ?? []);
}
