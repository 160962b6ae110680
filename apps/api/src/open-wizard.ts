import type { Cloud } from '@portico/microsoft/cloud';
import { createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import type { Logger } from 'pino';
import { askedPermissions } from './auth/asked-permissions.ts';
import { type Authority, openAuthority } from './auth/authority.ts';
import { consentLink } from './auth/consent-link.ts';
import { keyRing } from './auth/key-ring.ts';
import { onBehalfOf } from './auth/on-behalf-of.ts';
import { createVault, type Vault } from './auth/vault.ts';
import type { Config } from './config.ts';
import type { Journal } from './journal/journal.ts';
import { createWizard, type Wizard } from './plan/wizard.ts';
import type { Store } from './store/open-store.ts';
import type { Runs } from './store/runs.ts';
import { createSealed } from './store/sealed.ts';
import { createTargets } from './targets/create-targets.ts';

interface Means {
  readonly version: string;
  readonly cloud: Cloud;
  readonly registrations: NonNullable<Config['registrations']>;
  readonly secrets: NonNullable<Config['secrets']>;
  /** Where an administrator lands after consenting. */
  readonly returnTo: string;
  readonly store: Store;
  readonly runs: Runs;
  readonly journal: Journal;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  readonly now: () => Date;
}

export interface OpenWizard extends AsyncDisposable {
  readonly wizard: Wizard;
  readonly authority: Authority;
  readonly vault: Vault;
  /** Where an administrator of a tenant consents. */
  readonly consent: (tenant: string) => string;
}

/** The plan over a store, reaching Microsoft on behalf of whoever's sign-in the vault holds. */
export async function openWizard(means: Means): Promise<OpenWizard> {
  const { version, cloud, registrations, secrets, returnTo, store, runs, journal, log, now } = means;
  const authority = await openAuthority(cloud.authority, fetch);
  const vault = createVault(createSealed(store, { now }), keyRing(secrets.sealKeys), (who, kind) =>
    log.warn({ tenant: who.tenant, kind }, 'sealed bytes could not be opened'),
  );
  const consent = consentLink(authority, registrations.api, { graph: cloud.audiences.graph, returnTo });
  const tokenFor = onBehalfOf({
    authority,
    vault,
    now,
    fetch,
    api: { clientId: registrations.api, secret: secrets.apiSecret },
    asked: (audience) => askedPermissions(cloud, audience),
    consentLink: consent,
  });
  const connections = createConnections({ version });
  const wizard = createWizard({
    runs,
    journal,
    now,
    targets: (reach) => createTargets({ cloud, connections, world: realWorld, tokenFor }, reach),
    bug: (error, check) => log.error({ err: error, check }, 'a check failed in a way nobody foresaw'),
  });
  return {
    wizard,
    authority,
    vault,
    consent,
    [Symbol.asyncDispose]: () => connections[Symbol.asyncDispose](),
  };
}
