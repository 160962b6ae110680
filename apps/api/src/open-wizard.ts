import type { Cloud } from '@portico/microsoft/cloud';
import { createConnections } from '@portico/microsoft/connect';
import { realWorld } from '@portico/microsoft/real-world';
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { askedPermissions } from './auth/asked-permissions.ts';
import { type Authority, openAuthority } from './auth/authority.ts';
import { consentLink } from './auth/consent-link.ts';
import { keyRing } from './auth/key-ring.ts';
import { markKeys } from './auth/mark-key.ts';
import { onBehalfOf } from './auth/on-behalf-of.ts';
import { createVault, type Vault } from './auth/vault.ts';
import type { Config } from './config.ts';
import type { Journal } from './journal/journal.ts';
import { createHandOffs, type HandOffs } from './plan/hand-over.ts';
import { createMerge } from './site-config/merge-kept.ts';
import type { Places } from './plan/task.ts';
import { createWizard, type Wizard } from './plan/wizard.ts';
import type { Store } from './store/open-store.ts';
import type { Runs } from './store/runs.ts';
import { createSealed } from './store/sealed.ts';
import { createSiteArchive } from './site-config/site-archive.ts';
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
  /** Ends whatever a person waits for; operations come to their own end. */
  readonly stopping?: AbortSignal;
}

export interface OpenWizard extends AsyncDisposable {
  readonly wizard: Wizard;
  readonly authority: Authority;
  readonly vault: Vault;
  readonly handOffs: HandOffs;
  /** Where an administrator of a tenant consents. */
  readonly consent: (tenant: string) => string;
}

/** The plan over a store, reaching Microsoft on behalf of whoever's sign-in the vault holds. */
export async function openWizard(means: Means): Promise<OpenWizard> {
  const { version, cloud, registrations, secrets, returnTo, store, runs, journal, log, now, stopping } =
    means;
  const authority = await openAuthority(cloud.authority, fetch);
  const ring = keyRing(secrets.sealKeys);
  const sealed = createSealed(store, { now });
  const vault = createVault(sealed, ring, (who, kind) =>
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
  const places: Places = { adminCentre: cloud.pages.adminCentre, consent };
  const connections = createConnections({ version });
  const archive = createSiteArchive(store, { now, markKey: markKeys(sealed, ring) });
  const reached = { cloud, connections, archive, merge: createMerge() };
  const wizard = createWizard({
    runs,
    journal,
    places,
    now,
    targets: (reach) => createTargets({ ...reached, world: realWorld, tokenFor, stopping }, reach),
    bug: (error, check) => log.error({ err: error, check }, 'a check failed in a way nobody foresaw'),
  });
  const close = () => connections[Symbol.asyncDispose]();
  const handOffs = createHandOffs({ store, journal, runs, places, now, ring, random: randomBytes });
  return { wizard, authority, vault, handOffs, consent, [Symbol.asyncDispose]: close };
}
