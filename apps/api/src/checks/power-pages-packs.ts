import type { SubscribedSku } from '@portico/microsoft/services/graph';

/**
 * Service plans of packs for signed-in users, in every cloud (Microsoft’s reference of plans). Packs for anonymous
 * users aren’t in that reference; they are known by their name.
 */
const ofPacks: ReadonlySet<string> = new Set([
  '0d3366f3-266e-4117-b422-7cabbc165e7c',
  // GCC, GCC High (two), DoD, China.
  'cdf787bd-1546-48d2-9e93-b21f9ea7067a',
  '18e74ca2-b5f0-4802-9a8b-00d2ff1e8322',
  '5410f688-68f2-47a5-9b8f-7466194a806a',
  '03300fea-7a88-45a6-b5bd-29653803c591',
  '967d9574-a076-4bb7-ab89-f41f64bc142e',
]);
/** Portal logins and page views, and the Dynamics 365 portal add-on; the second of each is GCC’s. */
const ofOldOnes: ReadonlySet<string> = new Set([
  '084747ad-b095-4a57-b41f-061d84d69f6f',
  'bea6aef1-f52d-4cce-ae09-bed96c4b1811',
  '1c5a559a-ec06-4f76-be5b-6a315418495f',
  '483d5646-7724-46ac-ad71-c78b7f099d8d',
  '1d4e9cb1-708d-449c-9f71-943aa8ed1d6a',
  'eac6b45b-aa89-429f-a37b-c8ce00e8367e',
]);
/** The trial that every maker gets: ten thousand of them, and no capacity. */
const ofTrials = '6817d093-2d30-4249-8bd6-774f01efa78c';

/** What of Power Pages is among a tenant’s products and still usable, by part number. */
export function packsAmong(skus: readonly SubscribedSku[]): {
  readonly sold: readonly string[];
  readonly old: readonly string[];
  readonly trials: boolean;
} {
  const usable = skus.filter(
    ({ capabilityStatus, prepaidUnits }) =>
      /^(Enabled|Warning)$/.test(capabilityStatus) && prepaidUnits.enabled + prepaidUnits.warning > 0,
  );
  const having = (has: (plan: SubscribedSku['servicePlans'][number]) => boolean) =>
    usable.filter(({ servicePlans }) => servicePlans.some(has)).map(({ skuPartNumber }) => skuPartNumber);
  const sold = having(
    ({ servicePlanId, servicePlanName }) =>
      ofPacks.has(servicePlanId) || /^PowerPages_Anonymous/i.test(servicePlanName ?? ''),
  );
  return {
    sold,
    old: having(({ servicePlanId }) => ofOldOnes.has(servicePlanId)),
    trials: having(({ servicePlanId }) => servicePlanId === ofTrials).length > 0,
  };
}
