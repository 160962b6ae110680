import { dataverse } from '@portico/microsoft/services/dataverse';
import { dualWrite } from '@portico/microsoft/services/dual-write';
import { financeOperations } from '@portico/microsoft/services/finance-operations';
import { twinStage } from '../test-support/twin-stage.ts';
import { contractOf } from './contract-of.ts';

for (const service of [dataverse, financeOperations, dualWrite])
  contractOf(service, () => twinStage('contoso-fresh'));

// Where a site is, its tables are.
contractOf(dataverse, () => twinStage('site-exists'));
