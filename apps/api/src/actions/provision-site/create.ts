import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { findSite } from '../../targets/portal-site.ts';
import type { Targets } from '../../targets/targets.ts';
import { beginOperation } from '../site-operation.ts';
import { decided, refuseElsewhere } from './decided.ts';
import { failedBefore, untilReady } from './until-ready.ts';

/** Microsoft's name for the template in its API (reference of 2024-10-01); configurable once a tenant says otherwise. */
const templateName = 'CustomerPortal';

const adopted = msg({
  id: 'provision-site.adopted',
  defaultMessage: 'The site is in Microsoft’s list; nothing is sent twice.',
});
const asked = msg({ id: 'provision-site.asked', defaultMessage: 'Microsoft accepted the request.' });

const settling = msg({
  id: 'provision-site.settling',
  defaultMessage:
    'A moment ago Microsoft was asked for this site. We look whether its list shows it before we ask again.',
});

export async function provision(targets: Targets, verbs: Verbs): Promise<void> {
  const before = await failedBefore(targets, verbs);
  await untilListed(targets, verbs, before);
  const operation = await verbs.once('create', async ({ write }) => {
    const there = await findSite(targets);
    // One that failed before we asked holds no place; one that failed since is what became of our own request.
    if (there && there.id !== before) return null;
    await refuseElsewhere(targets);
    const { name: environment, properties } = await targets.environment();
    const organization = properties.linkedEnvironmentMetadata?.resourceId ?? '';
    return await write(() => ask(targets, environment, organization), settles);
  });
  await verbs.say('asked', text(operation ? asked : adopted));
  await untilReady(targets, verbs, operation);
}

/** Seconds after which a request without an answer can't arrive any more: longer than we wait for one. */
const onItsWay = 130;
/** Seconds for which Microsoft's list may not show a site that it accepted; that it lags at all is assumed. */
const lag = 125;
const settles = onItsWay + lag;

/** Whoever ends in the middle and begins anew must not ask for a second site because the list doesn't show the first one yet. */
async function untilListed(targets: Targets, verbs: Verbs, before: string | null): Promise<void> {
  const until = await verbs.once('asked before', async () => {
    const ends = Object.values(targets.operations).flatMap(({ action, wrote, finished }) => {
      if (action !== 'provision-site' || wrote === 0 || !finished) return [];
      // Of these Microsoft has told what became of it.
      if (finished.outcome === 'done' || finished.problem?.code === 'action-failed') return [];
      return [Date.parse(finished.at) + (settles * 1000) / targets.cloud.pace];
    });
    const last = Math.max(0, ...ends);
    return last > targets.now().getTime() ? last : null;
  });
  if (until === null) return;
  const wait = { says: text(settling), for: 'upstream', every: 20, usually: lag } as const;
  await verbs.until('listed', wait, async () => {
    const isOver = targets.now().getTime() >= until;
    // One that failed before is listed all along.
    const site = isOver ? undefined : await findSite(targets);
    return isOver || (site && site.id !== before) ? true : undefined;
  });
}

async function ask(targets: Targets, environment: string, organization: string): Promise<string | null> {
  const { name, subdomain, language, record } = decided(targets);
  const body = {
    name,
    subdomain,
    templateName,
    selectedBaseLanguage: language,
    dataverseOrganizationId: organization,
    ...(record ? { websiteRecordId: record } : {}),
  };
  return (await beginOperation(() => targets.websites.createWebsite({ environment, body }))) ?? null;
}
