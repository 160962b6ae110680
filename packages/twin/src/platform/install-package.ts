import { takeFault } from '../faults.ts';
import { Refused } from '../serve.ts';
import type { Persona } from '../world/directory.ts';
import type { Environment, Operation, Package } from '../world/platform.ts';
import type { World } from '../world.ts';
import { hours, later, never } from './durations.ts';
import { findEnvironment } from './find-environment.ts';
import { holds, isServiceAdministrator } from './rights.ts';

/** From minutes to more than an hour is what people report. */
const takes = 1 * hours;

/** What a package builds on (dual-write, separated solutions); without it the import fails in the end. */
const needs: Readonly<Record<string, readonly string[]>> = {
  msdyn_Dynamics365FinanceExtendedAnchor: ['msdyn_DualWriteAppCoreAnchor'],
  msdyn_Dynamics365SupplyChainExtendedAnchor: [
    'msdyn_DualWriteAppCoreAnchor',
    'msdyn_Dynamics365FinanceExtendedAnchor',
    'msdyn_Dynamics365HCMAnchor',
    'HCMCommonAnchor',
  ],
  Dynamics365GABParty_Anchor: [
    'msdyn_DualWriteAppCoreAnchor',
    'msdyn_Dynamics365FinanceExtendedAnchor',
    'msdyn_Dynamics365SupplyChainExtendedAnchor',
  ],
};

const isThere = (world: World, environment: Environment, uniqueName: string): boolean =>
  world.state.platform.packages[environment.id]?.some(
    (each) => each.uniqueName === uniqueName && each.state === 'Installed',
  ) === true;

/** This family answers errors flat and in Pascal case (powerplatform-build-tools 761). */
const refuse = (status: number, message: string): never => {
  throw new Refused(status, { StatusCode: status, Message: message });
};

/** What the API and the admin centre's page both do: refuse, or begin to install a package. */
export function installPackage(
  world: World,
  person: Persona,
  environmentId: string,
  uniqueName: string,
): Operation {
  const environment: Environment =
    findEnvironment(world, person.tenant, environmentId) ?? refuse(404, 'Environment was not found');
  if (!holds(person, 'System Administrator') && !isServiceAdministrator(person))
    refuse(403, 'The caller is not an administrator of the environment');
  const found: Package =
    world.state.platform.packages[environment.id]?.find((each) => each.uniqueName === uniqueName) ??
    refuse(400, 'Package requested for installation was not found');
  const busy = installing(world, environment, found);
  if (busy && world.state.switches.secondInstall === 'joined') return busy;
  if (busy) refuse(409, 'An installation of this package is in progress');
  const now = world.clock.now();
  const endless = takeFault(world, 'Power Platform applications', 'installPackage', 'operation-never-ends');
  const broken = takeFault(world, 'Power Platform applications', 'installPackage', 'operation-fails');
  const unmet = (needs[uniqueName] ?? []).filter((other) => !isThere(world, environment, other));
  const operation: Operation = {
    id: world.id(),
    environment: environment.id,
    kind: 'install-package',
    startedAt: now.toISOString(),
    endsAt: endless ? never : later(now, takes),
    package: uniqueName,
    ...(broken || unmet.length > 0
      ? { fails: { code: 'ImportFailed', message: 'Solution import failed: a dependency is missing.' } }
      : {}),
  };
  world.state.platform.operations.push(operation);
  return operation;
}

/** The installation of a package that is under way, if any. */
export const installing = (world: World, environment: Environment, found: Package): Operation | undefined =>
  world.state.platform.operations.find(
    (operation) =>
      operation.kind === 'install-package' &&
      operation.environment === environment.id &&
      operation.package === found.uniqueName &&
      Date.parse(operation.endsAt) > world.clock.now().getTime(),
  );
