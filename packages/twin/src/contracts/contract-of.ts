import type { Service } from '@portico/microsoft/service';
import { afterAll, beforeAll, describe } from 'vitest';
import { applicationPackagesContract } from './application-packages-contract.ts';
import { bapContract } from './bap-contract.ts';
import { capacityContract } from './capacity-contract.ts';
import type { Contract, Stage } from './contract.ts';
import { dataverseContract } from './dataverse-contract.ts';
import { dualWriteContract } from './dual-write-contract.ts';
import { financeOperationsContract } from './finance-operations-contract.ts';
import { siteProbeContract } from './site-probe-contract.ts';
import { websitesContract } from './websites-contract.ts';

const contracts = {
  'Power Platform admin': bapContract,
  'Power Pages': websitesContract,
  'Power Platform applications': applicationPackagesContract,
  'Power Platform licensing': capacityContract,
  'The portal': siteProbeContract,
  Dataverse: dataverseContract,
  'Finance and operations': financeOperationsContract,
  'Dual-write': dualWriteContract,
} satisfies Record<string, Contract>;

/** What we rely on in a service, as tests that hold on the twin and on the real thing. */
export function contractOf({ name }: Service, connect: () => Promise<Stage>): void {
  const found = Object.entries(contracts).find(([of]) => of === name)?.[1];
  if (!found) throw new Error(`${name} has no contract yet.`);
  describe(`${name} keeps its contract`, () => {
    let stage: Stage | undefined;
    beforeAll(async () => {
      stage = await connect();
    });
    afterAll(() => stage?.[Symbol.asyncDispose]());
    found(() => {
      if (!stage) throw new Error('The stage is not set.');
      return stage;
    });
  });
}
