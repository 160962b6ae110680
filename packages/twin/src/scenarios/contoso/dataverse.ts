import type { Dataverse, Organization } from '../../world/dataverse.ts';
import type { Persona } from '../../world/directory.ts';
import type { DualWriteMap } from '../../world/dual-write.ts';
import { guid } from '../../world.ts';
import { addDualWriteRows } from './dual-write-rows.ts';
import { environments, finance, organizations, people, tenants } from './ids.ts';
import { assignMembers } from './member-rows.ts';
import { addOrderRows } from './order-rows.ts';
import { organizationOf } from './organization.ts';
import { addOwningTeams } from './owning-teams.ts';
import { packagesOf } from './packages.ts';

/** Where each organization's ids begin, so that none meets another's. */
const firstIds = { production: 20_000, sandbox: 21_000, default: 22_000 };

/** What a site leaves behind when it is deleted: the production environment has had one before. */
export const deletedSite = {
  powerpagesiteid: guid(firstIds.production + 902),
  name: 'Contoso help',
  statecode: 0,
  versionnumber: 870,
};

/** The Dataverse slice: the organization that is linked, and two that aren't. */
export function contosoDataverse(everybody: readonly Persona[], maps: readonly DualWriteMap[]): Dataverse {
  const production: Organization = {
    ...of('production', 50, true),
    finance: { id: finance.id, url: `http://${finance.host}`, tenant: tenants.contoso },
  };
  addDualWriteRows(production, maps, firstIds.production);
  production.tables['powerpagesites'] = [{ ...deletedSite }];
  addOrderRows(production);
  const all = [production, of('sandbox', 70, false), of('default', 90, false)];
  assignEverybody(all, everybody);
  return { organizations: all };
}

/** Gives users and roles to each organization anew: scenarios that change people call it again. */
export function assignEverybody(all: readonly Organization[], everybody: readonly Persona[]): void {
  const works = (person: Persona) => person.roles.some(({ name }) => name === 'System Administrator');
  // The default environment takes in everybody; in the sandbox only its makers work.
  const members = {
    production: everybody.filter(works),
    sandbox: everybody.filter(({ id }) => id === people.alex || id === people.mona),
    default: everybody,
  };
  for (const each of all) {
    const name = nameOf(each);
    assignMembers(each, members[name], firstIds[name]);
    if (each.tables['cdm_companies']) addOwningTeams(each, firstIds[name]);
  }
}

function nameOf({ id }: Organization): keyof typeof organizations {
  if (id === organizations.production) return 'production';
  return id === organizations.sandbox ? 'sandbox' : 'default';
}

const of = (name: keyof typeof organizations, firstId: number, dualWrite: boolean): Organization =>
  organizationOf({
    id: organizations[name],
    environment: environments[name],
    name: `Contoso ${name}`,
    firstRow: firstIds[name],
    packages: packagesOf(firstId, dualWrite),
    firstSolution: firstId * 100,
  });
