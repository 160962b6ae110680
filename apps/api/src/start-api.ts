import type { PublicConfig } from '@portico/contract/public-config';
import type { Person } from '@portico/plan/event';
import type { Cloud } from '@portico/microsoft/cloud';
import { clouds } from '@portico/microsoft/clouds';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { signInForBrowser } from './auth/authority.ts';
import { createSessions } from './auth/sessions.ts';
import { tenantKeys } from './auth/tenant-keys.ts';
import { tokenValidator } from './auth/validate.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { listen, settling } from './http/listen.ts';
import { nameThePort } from './http/name-the-port.ts';
import { underWay } from './http/under-way.ts';
import { createJournal } from './journal/journal.ts';
import { createOperations } from './operations/operations.ts';
import { systemWorld } from './operations/world.ts';
import { openWizard } from './open-wizard.ts';
import { keepWell } from './plan/keep-well.ts';
import { performOn } from './plan/perform-on.ts';
import { createTakeOver } from './plan/take-over.ts';
import { knownTemplates } from './site-config/known-templates.ts';
import { createMerge } from './site-config/merge-kept.ts';
import { createPredict } from './site-config/predict.ts';
import { openStore } from './store/open-store.ts';
import { createRuns } from './store/runs.ts';
import { gatewaysOf } from './targets/find-gateway.ts';

/** What a rehearsal brings with it in place of a real tenant's settings. */
export interface Scene {
  readonly cloud: Cloud;
  readonly registrations: NonNullable<Config['registrations']>;
  readonly secrets: NonNullable<Config['secrets']>;
  readonly about: () => Pick<PublicConfig['cloud'], 'scenario' | 'speed' | 'controlUrl'>;
}

export interface Api extends AsyncDisposable {
  readonly address: string;
}

const version = '0.1.0';

/** Opens everything in order, and closes it in the other: nothing is answered before the store is sound. */
export async function startApi(
  config: Config,
  { webFolder, scene }: { readonly webFolder: string; readonly scene?: Scene },
): Promise<Api> {
  const cloud = scene?.cloud ?? clouds[config.cloud as keyof typeof clouds];
  const registrations = scene?.registrations ?? config.registrations;
  const secrets = scene?.secrets ?? config.secrets;
  if (!registrations || !secrets) throw new Error('A real cloud needs its registrations and secrets.');
  const log = pino({ level: config.logLevel, base: null });
  const now = () => new Date();
  const working = underWay();
  const stopping = new AbortController();
  /** What nobody waits for; that it was cut short by a stop is no news. */
  const aside = (failed: string, work: Promise<unknown>) =>
    void working.add(
      work.catch((error: unknown) => stopping.signal.aborted || log.error({ err: error }, failed)),
    );

  await using stack = new AsyncDisposableStack();
  const store = stack.use(
    await openStore({
      folder: join(config.data, 'store'),
      ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
      warn: (message) => log.warn(message),
    }),
  );
  const journal = createJournal(store, { now });
  const runs = createRuns(store, { now });
  const { wizard, authority, vault, handOffs, consent } = stack.use(
    await openWizard({
      version,
      cloud,
      registrations,
      secrets,
      store,
      runs,
      journal,
      log,
      now,
      stopping: stopping.signal,
      returnTo: `${config.address}/`,
    }),
  );
  const operations = stack.use(
    await createOperations({
      store,
      journal,
      // Not Microsoft's: a wait that is cut short here ends without an error.
      world: systemWorld,
      perform: performOn({ wizard, journal, handOffs, now }),
      report: (message, fields) => log.error(fields, message),
    }),
  );
  const sessions = createSessions(vault, ({ tenant, user }) =>
    aside('waking failed', operations.wakeWaiting({ tenant, person: user })),
  );
  const validate = tokenValidator({
    authority,
    registrations,
    tenants: config.tenants,
    keys: tenantKeys(authority, fetch),
    now,
  });

  const well = keepWell({
    runs,
    journal,
    wizard,
    world: systemWorld,
    stopping: stopping.signal,
    failed: (error) => log.error({ err: error }, 'looking again failed'),
  });
  const context: Context = {
    cloud,
    runs,
    journal,
    operations,
    wizard,
    handOffs,
    address: config.address,
    takeOver: createTakeOver({ wizard, operations }),
    known: knownTemplates(store),
    // With merges of its own: those of people who are deciding must not go for it.
    predict: createPredict(createMerge(undefined, 1)),
    aside,
    underWay: working,
    log,
    now,
    store: { kind: store.kind, healthy: () => answers(() => store.pool.query('select 1')) },
    publicConfig: () => ({
      cloud: {
        id: cloud.id,
        siteScheme: cloud.scheme,
        siteDomain: cloud.siteDomain,
        gateways: [...gatewaysOf(cloud)],
        rehearsal: scene !== undefined,
        ...scene?.about(),
      },
      signIn: signInForBrowser(authority, registrations, consent),
      version,
    }),
    authenticate: async (authorization): Promise<Person> => {
      const authenticated = await validate(authorization);
      await sessions.remember(authenticated);
      const { tenant, user, name } = authenticated.principal;
      const person = { id: user, tenant, name };
      well.sees(person);
      return person;
    },
  };
  const app = createApp(context, webFolder);
  stack.use(settling(stopping, working.over));
  stack.use(await nameThePort({ setting: 'PORT', ...config.listen }, listen(app, config.listen)));
  aside('looking again failed', well.watch());
  const opened = stack.move();
  return { address: config.address, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    // Whatever is wrong with the store, it isn't healthy; its own code has logged why.
    return false;
  }
}
