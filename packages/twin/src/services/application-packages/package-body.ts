import type { Operation, Package } from '../../world/platform.ts';
import type { World } from '../../world.ts';

/** A catalogue item as recorded, key by key. */
export function packageBody(world: World, found: Package, running: Operation | undefined) {
  return {
    id: found.id,
    uniqueName: found.uniqueName,
    version: found.version,
    localizedDescription: found.name,
    localizedName: found.name,
    applicationId: found.applicationId,
    applicationName: found.name,
    applicationDescription: null,
    singlePageApplicationUrl: null,
    publisherName: found.publisher,
    publisherId: '7ea093b9-252b-4557-a8ae-ad4c1932a412',
    learnMoreUrl: 'https://learn.microsoft.com/dynamics365/',
    crmMinversion: '9.1',
    crmMaxVersion: null,
    customHandleUpgrade: false,
    instancePackageId: null,
    state: running ? stateOf(world, running) : found.state,
    catalogVisibility: 'None',
    applicationVisibility: 'All',
    errorDetails: found.error && !running ? errorDetails(found.error) : null,
    startDateUtc: '2018-07-23T00:00:00Z',
    endDateUtc: '2050-01-01T00:00:00Z',
    supportedCountries: ['AT', 'CH', 'DE', 'DK', 'GB', 'NL', 'SE', 'US'],
  };
}

const stateOf = (world: World, { startedAt }: Operation) =>
  world.clock.now().getTime() - Date.parse(startedAt) < 120_000 ? 'InstallRequested' : 'Installing';

/** The code is documented as a number and was recorded as a text. */
const errorDetails = ({ code, message }: { readonly code: string; readonly message: string }) => ({
  errorName: code,
  errorCode: '0x80048033',
  message,
  type: 'System',
  statusCode: 500,
  source: 'Dataverse',
});
