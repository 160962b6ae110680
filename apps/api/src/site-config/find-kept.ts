import { Problem } from '@portico/contract/problems';
import type { Kept, Role, SiteArchive } from './archive.ts';

/** Something that an update was made of. @throws Problem `update-gone` where it isn't kept */
export async function findKept<R extends Role>(
  archive: Pick<SiteArchive, 'find'>,
  role: R,
  id: string,
): Promise<Kept<R>> {
  const kept = await archive.find(role, id);
  if (!kept) throw new Problem('update-gone');
  return kept;
}
