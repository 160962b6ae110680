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

export async function provision(targets: Targets, verbs: Verbs): Promise<void> {
  const before = await failedBefore(targets, verbs);
  const operation = await verbs.once('create', async ({ write }) => {
    const there = await findSite(targets);
    // One that failed before we asked holds no place; one that failed since is what became of our own request.
    if (there && there.id !== before) return null;
    await refuseElsewhere(targets);
    const { name: environment, properties } = await targets.environment();
    const organization = properties.linkedEnvironmentMetadata?.resourceId ?? '';
    return await write(() => ask(targets, environment, organization));
  });
  await verbs.say('asked', text(operation ? asked : adopted));
  await untilReady(targets, verbs, operation);
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
