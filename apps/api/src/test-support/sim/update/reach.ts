import { listAll } from '@portico/microsoft/paging';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { siteProbe } from '@portico/microsoft/services/site-probe';
import { websites } from '@portico/microsoft/services/websites';
import { shortPipeline, type Answers as Sent } from '@portico/microsoft/test-support/short-pipeline';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { domains, environments, organizations } from '@portico/twin/scenarios/contoso/ids';
import type { SiteArchive } from '../../../site-config/archive.ts';
import type { Merge } from '../../../site-config/merge-kept.ts';
import type { Targets } from '../../../targets/targets.ts';
import type { Chance } from '../../seeded.ts';
import type { Life } from '../life.ts';
import { cloud, dataverseAddress, rowsOf, sessionOf, type SmallReach } from '../session.ts';
import type { Tokens } from '../tokens.ts';
import { subdomain, template } from './small-world.ts';

interface Means {
  readonly send: Sent;
  readonly life: Life;
  readonly time: VirtualWorld;
  readonly chance: Chance;
  readonly tokens: Tokens;
  readonly choices: Targets['choices'];
  readonly archive: SiteArchive;
  readonly merge: Merge;
}

const answers: Targets['answers'] = {
  environment: { environment: environments.production },
  'portal-site': { name: 'Contoso orders', subdomain, language: 1033 },
  update: { template },
};
const sandboxAddress = `http://${domains.sandbox}.crm4.twin.localhost`;

/** What the actions and their proof reach, by the product's own clients and policies; the environment is known. */
export function reachOf({ send, life, time, chance, tokens, choices, archive, merge }: Means) {
  const pipeline = shortPipeline(send);
  // As of calls, a few tokens of many are enough.
  const rarely: Life = {
    ...life,
    point: (where) => life.point(chance.next() < 0.05 || life.dead ? where : ''),
  };
  return (reach: SmallReach): Targets => {
    const session = sessionOf({ life: rarely, time, tokens }, reach);
    const sites = pipeline.connect(websites, session, cloud.bases.powerPlatform);
    const known: Partial<Targets> = {
      answers,
      choices,
      cloud,
      archive: keptBy(life, archive),
      merge,
      now: () => time.now(),
      environment: async () => environment,
      websites: sites,
      sites: () =>
        listAll(
          () => sites.listWebsites({ environment: environments.production }),
          (address) => sites.listWebsites.at(address),
        ),
      dataverse: async () => pipeline.connect(dataverse, session, dataverseAddress),
      dataverseOf: async () => pipeline.connect(dataverse, session, sandboxAddress),
      dataversePage: async (path) => `${dataverseAddress}/${path}`,
      rows: rowsOf(pipeline, session),
      probe: (address) => pipeline.connect(siteProbe, session, address).probe({}),
    };
    // Whatever else a target has, these actions and their proof don't ask for: a getter that isn't there would show.
    return known as Targets;
  };
}

/** What is kept outlives the process, which may die before and after. */
const keptBy = (life: Life, archive: SiteArchive): SiteArchive => ({
  ...archive,
  async keep(role, content) {
    await life.point(`before the ${role} is kept`);
    const kept = await archive.keep(role, content);
    // A store takes several turns for it.
    for (let turn = 0; turn < 4; turn += 1) await life.point(`after the ${role} was kept`);
    return kept;
  },
});

type Environment = Awaited<ReturnType<Targets['environment']>>;

const environment = {
  name: environments.production,
  properties: {
    linkedEnvironmentMetadata: { resourceId: organizations.production, instanceUrl: dataverseAddress },
  },
} as Environment;
