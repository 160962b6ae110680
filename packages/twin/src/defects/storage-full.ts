import { tenants } from '../scenarios/contoso/ids.ts';
import type { Defect } from './defect.ts';

/** In MB; more than Contoso has left. */
const heap = 20_000;

export default {
  story: 'The tenant stores more in Dataverse databases than it bought room for.',
  set: ({ platform }, broken) => {
    for (const stored of platform.storage[tenants.contoso] ?? [])
      if (stored.type === 'Database') stored.used += broken ? heap : -heap;
  },
} satisfies Defect;
