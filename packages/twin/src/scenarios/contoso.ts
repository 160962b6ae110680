import { assumed, type State } from '../world.ts';
import { contosoDataverse } from './contoso/dataverse.ts';
import { contosoDirectory } from './contoso/directory.ts';
import { contosoDualWrite } from './contoso/dual-write.ts';
import { contosoFinance } from './contoso/finance-operations.ts';
import { contosoMaps } from './contoso/maps.ts';
import { contosoPlatform } from './contoso/platform.ts';

/** Contoso with everything bought, linked and allowed, and nothing set up. The other scenarios start from it. */
export function contoso(): State {
  const directory = contosoDirectory();
  return {
    scenario: 'contoso-fresh',
    ids: 1_000_000,
    switches: { ...assumed },
    directory,
    platform: contosoPlatform(),
    dataverse: contosoDataverse(directory.people, contosoMaps()),
    dualWrite: contosoDualWrite(),
    finance: contosoFinance(directory.people),
    writes: [],
    faults: [],
    defects: [],
  };
}
