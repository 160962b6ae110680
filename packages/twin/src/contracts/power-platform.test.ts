import { applicationPackages } from '@portico/microsoft/services/application-packages';
import { bap } from '@portico/microsoft/services/bap';
import { capacity } from '@portico/microsoft/services/capacity';
import { siteProbe } from '@portico/microsoft/services/site-probe';
import { websites } from '@portico/microsoft/services/websites';
import { twinStage } from '../test-support/twin-stage.ts';
import { contractOf } from './contract-of.ts';

for (const service of [bap, websites, applicationPackages, capacity, siteProbe])
  contractOf(service, () => twinStage());
