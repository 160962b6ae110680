import type { Answers } from '@portico/contract/answers';
import { listAll } from '@portico/microsoft/paging';
import type { Call } from '@portico/microsoft/policies/policy';
import { siteProbe } from '@portico/microsoft/services/site-probe';
import { websites } from '@portico/microsoft/services/websites';
import { shortPipeline } from '@portico/microsoft/test-support/short-pipeline';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { environments, organizations } from '@portico/twin/scenarios/contoso/ids';
import type { Targets } from '../../../targets/targets.ts';
import type { Life } from '../life.ts';
import { cloud, dataverseAddress, rowsOf, sessionOf, type SmallReach } from '../session.ts';
import type { Tokens } from '../tokens.ts';
import type { createWire } from './wire.ts';

interface Means {
  readonly wire: ReturnType<typeof createWire>;
  readonly life: Life;
  readonly time: VirtualWorld;
  readonly tokens: Tokens;
  readonly answers: Answers;
  readonly operations: () => Targets['operations'];
}

/** What the action and its proof reach, by the product's own clients and policies; the environment is known. */
export function reachOf({ wire, life, time, tokens, answers, operations }: Means) {
  const pipeline = shortPipeline((call: Call) => wire(life, call));
  return (reach: SmallReach): Targets => {
    const session = sessionOf({ life, time, tokens }, reach);
    const sites = pipeline.connect(websites, session, cloud.bases.powerPlatform);
    const known: Pick<
      Targets,
      'answers' | 'operations' | 'cloud' | 'now' | 'environment' | 'websites' | 'sites' | 'rows' | 'probe'
    > = {
      answers,
      operations: operations(),
      cloud,
      now: () => time.now(),
      environment: async () => environment,
      websites: sites,
      sites: () =>
        listAll(
          () => sites.listWebsites({ environment: environments.production }),
          (address) => sites.listWebsites.at(address),
        ),
      rows: rowsOf(pipeline, session),
      probe: (address, page = 'home') => {
        const site = pipeline.connect(siteProbe, session, address);
        return page === 'home' ? site.probe({}) : site.probeSignIn({});
      },
    };
    // Whatever else a target has, this action and its proof don't ask for: a getter that isn't there would show.
    return known as Targets;
  };
}

type Environment = Awaited<ReturnType<Targets['environment']>>;

const environment = {
  name: environments.production,
  properties: {
    linkedEnvironmentMetadata: { resourceId: organizations.production, instanceUrl: dataverseAddress },
  },
} as Environment;
