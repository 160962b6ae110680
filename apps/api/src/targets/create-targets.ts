import { Problem } from '@portico/contract/problems';
import type { Client } from '@portico/http/client';
import type { Table } from '@portico/http/endpoint';
import type { Cloud } from '@portico/microsoft/cloud';
import type { Connections } from '@portico/microsoft/connect';
import { parseBase } from '@portico/microsoft/hosts';
import { listAll } from '@portico/microsoft/paging';
import type { Service } from '@portico/microsoft/service';
import { applicationPackages } from '@portico/microsoft/services/application-packages';
import { bap, type Environment } from '@portico/microsoft/services/bap';
import { capacity } from '@portico/microsoft/services/capacity';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { financeOperations } from '@portico/microsoft/services/finance-operations';
import { graph } from '@portico/microsoft/services/graph';
import { siteProbe } from '@portico/microsoft/services/site-probe';
import { websites } from '@portico/microsoft/services/websites';
import type { Session, World } from '@portico/microsoft/session';
import { aborted } from 'node:util';
import { countOf } from './count-of.ts';
import { findGateway, gatewayOf } from './find-gateway.ts';
import type { SiteArchive } from '../site-config/archive.ts';
import type { Merge } from '../site-config/merge-kept.ts';
import { allRows } from './rows.ts';
import type { Reach, Targets } from './targets.ts';

interface Means {
  readonly cloud: Cloud;
  readonly connections: Connections;
  readonly world: World;
  readonly tokenFor: (
    who: { tenant: string; user: string },
    audience: string,
    claims?: string,
  ) => Promise<string>;
  readonly archive: (place: { run: string; tenant: string }) => SiteArchive;
  readonly merge: Merge;
  /** Ends whatever has no signal of its own. */
  readonly stopping?: AbortSignal | undefined;
}

/** Binds the services to one person and the environments of one run. Addresses are read once, when first needed. */
export function createTargets(
  { cloud, connections, world, tokenFor, archive, merge, stopping }: Means,
  reach: Reach,
): Targets {
  const { signal = stopping } = reach;
  const session: Session = {
    cloud,
    tenant: reach.person.tenant,
    token: (audience, claims, refused) => {
      const { tenant, id: user } = reach.person;
      // A token that was turned down must not come from a cache again: an empty claims request asks for a new one.
      return unlessStopped(
        tokenFor({ tenant, user }, audience, claims ?? (refused ? '{}' : undefined)),
        signal,
      );
    },
    evidence: reach.evidence,
    patience: reach.patience,
    world,
    ...(reach.memo ? { memo: reach.memo } : {}),
    ...(signal ? { signal } : {}),
  };
  const connect = <T extends Table>(service: Service<T>, base?: string): Client<T> =>
    connections.connect(service, session, base);

  const clients = {
    bap: connect(bap),
    graph: connect(graph),
    capacity: connect(capacity),
    websites: connect(websites),
    applicationPackages: connect(applicationPackages),
  };

  const chosen = () => {
    const environment = reach.answers.environment?.environment;
    if (!environment) throw new Problem('answers-missing', { values: { step: 'environment' } });
    return environment;
  };
  const environmentOf = async (name: string) => {
    const id = { environment: name };
    const found = await unlessForbidden(
      () => clients.bap.getEnvironment(id),
      () => clients.bap.getMyEnvironment(id),
    );
    if (!found) throw new Problem('not-found', { values: id });
    return found;
  };
  const environment: Targets['environment'] = () => environmentOf(chosen());
  const dataverseAddress = (found: Environment) => {
    const url = found.properties.linkedEnvironmentMetadata?.instanceUrl;
    if (!url) throw new Problem('not-found', { values: { missing: 'Dataverse' } });
    return url;
  };
  const chosenDataverse: Targets['dataverse'] = async () =>
    connect(dataverse, dataverseAddress(await environment()));
  const rows: Targets['rows'] = async (query) => allRows(await chosenDataverse(), query);
  const financeHost: Targets['financeHost'] = async () => {
    const [platform, client] = await Promise.all([environment(), chosenDataverse()]);
    const seen = await client.findFinanceOperations({});
    const url = seen?.Url ?? platform.properties.linkedAppMetadata?.url;
    if (!url) throw new Problem('not-found', { values: { missing: 'finance and operations' } });
    // Before anybody is shown a link to it, not only before it is called.
    return new URL(parseBase(cloud, cloud.hosts.financeOperations, url)).host;
  };

  const gatewayAddress: Targets['gatewayAddress'] = async () => {
    const given = reach.answers['dual-write']?.gateway;
    return given === undefined ? gatewayOf(cloud, await environment()) : { address: given, given: true };
  };

  return {
    answers: reach.answers,
    choices: reach.choices,
    operations: reach.operations,
    archive: archive({ run: reach.run, tenant: reach.person.tenant }),
    merge,
    cloud,
    now: () => world.now(),
    ...clients,
    environments: async () => {
      const page = await unlessForbidden(
        () => clients.bap.listEnvironments({}),
        () => clients.bap.listMyEnvironments({}),
      );
      return page.value;
    },
    environment,
    dataverse: chosenDataverse,
    dataverseOf: async (name) => connect(dataverse, dataverseAddress(await environmentOf(name))),
    rows,
    some: async (query) => {
      const client = await chosenDataverse();
      const few = { prefer: 'odata.maxpagesize=5' };
      const page = await client.listRows({ ...query, $count: true, headers: few });
      return { count: countOf(page), rows: page.value };
    },
    dataversePage: async (path) =>
      `${parseBase(cloud, cloud.hosts.dataverse, dataverseAddress(await environment()))}/${path}`,
    financeHost,
    financeForm: async (menuItem) => `${cloud.scheme}//${await financeHost()}/?mi=${menuItem}`,
    finance: async () => connect(financeOperations, `${cloud.scheme}//${await financeHost()}`),
    sites: (environment = chosen()) => {
      const all = { environment };
      return listAll(
        () => clients.websites.listWebsites(all),
        (address) => clients.websites.listWebsites.at(address),
      );
    },
    packages: (id) =>
      listAll(
        () => clients.applicationPackages.listPackages({ environment: id }),
        (address) => clients.applicationPackages.listPackages.at(address),
      ),
    gatewayAddress,
    findGateway: () =>
      findGateway({
        connect,
        connectAnew: (service, base) => connections.connect(service, { ...session, memo: {} }, base),
        pause: (seconds) => world.sleep((seconds * 1000) / cloud.pace, signal),
        address: gatewayAddress,
        financeHost,
      }),
    probe: async (address, page = 'home') => {
      const site = connect(siteProbe, address);
      return page === 'home' ? site.probe({}) : site.probeSignIn({});
    },
  };
}

/** Administrators read one list, everybody else another. */
async function unlessForbidden<T>(ask: () => Promise<T>, instead: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Problem && error.code === 'upstream-forbidden') return instead();
    throw error;
  }
}

/** Whoever gave up waits for no token either. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  signal.throwIfAborted();
  const stopped = aborted(signal, work).then(() => signal.throwIfAborted());
  // It resolves by throwing only: the signal has fired by then.
  return (await Promise.race([work, stopped])) as T;
}
