import type { Answers } from '@portico/contract/answers';
import { Problem } from '@portico/contract/problems';
import type { Call } from '@portico/microsoft/policies/policy';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { shortPipeline } from '@portico/microsoft/test-support/short-pipeline';
import type { VirtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { finance } from '@portico/twin/scenarios/contoso/ids';
import { findGateway, gatewayOf } from '../../../targets/find-gateway.ts';
import type { Targets } from '../../../targets/targets.ts';
import type { Life } from '../life.ts';
import type { Link } from './small-world.ts';
import { cloud, dataverseAddress, rowsOf, sessionOf, type SmallReach } from '../session.ts';
import type { Tokens } from '../tokens.ts';
import type { createWire } from './wire.ts';

interface Means {
  readonly wire: ReturnType<typeof createWire>;
  readonly life: Life;
  readonly time: VirtualWorld;
  readonly tokens: Tokens;
  readonly link: Link;
  readonly answers: Answers;
}

/**
 * What the action and its proof reach, by the product's own gateway, clients and policies. One for each process: memos
 * and breakers die with it. Where the link is, is known here and not read each time.
 */
export function reachOf({ wire, life, time, tokens, link, answers }: Means) {
  const pipeline = shortPipeline((call: Call) => wire(life, call));
  return (reach: SmallReach): Targets => {
    const session = sessionOf({ life, time, tokens }, reach);
    const known: Pick<
      Targets,
      'answers' | 'cloud' | 'now' | 'findGateway' | 'financeHost' | 'finance' | 'dataverse' | 'rows'
    > = {
      answers,
      cloud,
      now: () => time.now(),
      financeHost: async () => finance.host,
      // How long a copying may well take is not what is played here; without it nothing is held up.
      finance: async () => Promise.reject(new Problem('upstream-forbidden')),
      dataverse: async () => pipeline.connect(dataverse, session, dataverseAddress),
      findGateway: () =>
        findGateway({
          connect: (service, address) => pipeline.connect(service, session, address),
          connectAnew: (service, address) => pipeline.connect(service, { ...session, memo: {} }, address),
          pause: (seconds) => time.sleep(seconds * 1000),
          address: async () => gatewayOf(cloud, environmentOn(link.island)),
          financeHost: async () => finance.host,
        }),
      rows: rowsOf(pipeline, session),
    };
    // Whatever else a target has, this action and its proof don't ask for: a getter that isn't there would show.
    return known as Targets;
  };
}

type Environment = Awaited<ReturnType<Targets['environment']>>;

/** Of an environment only its island matters: the gateway's address is made of it. */
const environmentOn = (island: string) =>
  ({ properties: { cluster: { uriSuffix: `${island}.gateway.prod.island` } } }) as Environment;
