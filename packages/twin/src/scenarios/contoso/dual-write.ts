import { islands } from '../../dual-write/islands.ts';
import type { DualWrite } from '../../world/dual-write.ts';
import { guid } from '../../world.ts';
import { companies } from './companies.ts';
import { environments, finance, organizations, people, tenants } from './ids.ts';
import { contosoMaps } from './maps.ts';
import { packagesOf } from './packages.ts';

/** The dual-write slice: one link, made by the consultant, with its map solutions applied and nothing run. */
export function contosoDualWrite(): DualWrite {
  const maps = contosoMaps();
  const installed = packagesOf(50, true)
    .filter(({ state }) => state === 'Installed')
    .flatMap(({ solutions }) => Object.keys(solutions));
  return {
    links: [
      {
        id: guid(300),
        name: guid(301).replaceAll('-', ''),
        island: islands.right,
        financeHost: finance.host,
        organization: organizations.production,
        environment: environments.production,
        tenant: tenants.contoso,
        owner: people.alex,
        companies: [...companies],
        applied: [...new Set(maps.map(({ solution }) => solution))].filter((name) =>
          installed.includes(name),
        ),
        maps,
        requests: [],
        applications: [],
        executions: [],
        // The real one answers an empty list now and then; its own automation asks five times.
        emptyReads: 1,
      },
    ],
  };
}
