import type { Organization } from '../../world/dataverse.ts';
import type { Package } from '../../world/platform.ts';
import { guid } from '../../world.ts';
import { blockedAttachments } from './blocked-attachments.ts';
import { tenants } from './ids.ts';
import { salesSettings } from './order-rows.ts';
import { publisherRow, solutionRow } from './solution-rows.ts';

interface Sketch {
  readonly id: string;
  readonly environment: string;
  readonly name: string;
  /** Where the ids of its own rows begin, and those of its solutions. */
  readonly firstRow: number;
  readonly firstSolution: number;
  readonly packages: readonly Package[];
}

/** An organization with the solutions of what is installed, and nothing of anybody's yet. */
export function organizationOf({
  id,
  environment,
  name,
  firstRow,
  firstSolution,
  packages,
}: Sketch): Organization {
  const publisher = guid(firstRow + 900);
  const installed = packages.filter(({ state }) => state === 'Installed');
  const solutions = installed.flatMap((found) => Object.entries(found.solutions));
  return {
    id,
    environment,
    tenant: tenants.contoso,
    rootBusinessUnit: guid(firstRow + 901),
    languages: [1033, 1031],
    version: 2000,
    alike: {},
    totals: {},
    tables: {
      organizations: [
        {
          organizationid: id,
          name,
          languagecode: 1033,
          blockedattachments: blockedAttachments,
          blockedmimetypes: null,
          allowedmimetypes: null,
          versionnumber: 800,
          ...salesSettings,
        },
      ],
      publishers: [
        publisherRow(publisher, id, { name: 'microsoftdynamics', prefix: 'msdyn', option: 19235 }),
      ],
      solutions: solutions.map(([uniqueName, version], index) =>
        solutionRow({
          id: guid(firstSolution + index),
          uniqueName,
          version,
          publisher,
          organization: id,
          versionNumber: 900 + index,
        }),
      ),
      adx_websites: [],
    },
  };
}
