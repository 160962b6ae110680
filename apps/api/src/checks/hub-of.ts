import type { Cloud } from '@portico/microsoft/cloud';

/** An environment's page in the Power Platform admin centre. */
export const hubOf = ({ pages }: Cloud, environment: string): string =>
  `${pages.adminCentre}/environments/environment/${environment}/hub`;
