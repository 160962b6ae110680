import type { Client } from '@portico/http/client';
import type { Table } from '@portico/http/endpoint';
import type { Cloud } from '@portico/microsoft/cloud';
import type { Service } from '@portico/microsoft/service';

/** Where a contract is tried: the twin, or a tenant that somebody lends for it. */
export interface Stage extends AsyncDisposable {
  /** An environment with Dataverse; what needs a site there looks for one and passes without. */
  readonly environment: string;
  readonly cloud: Cloud;
  connect<const T extends Table>(service: Service<T>, base?: string): Client<T>;
}

/** The tests of a service; they only read, so that a real tenant can lend itself. */
export type Contract = (stage: () => Stage) => void;
