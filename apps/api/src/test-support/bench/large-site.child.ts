// A twin in a process of its own, with a site of so many records, all of which a newer template changes.
import { addReference, organizationOf } from '@portico/twin/test-support/reference-site';
import { organizations } from '@portico/twin/scenarios/contoso/ids';
import { signInAs } from '@portico/twin/sign-in-as';
import { startTwin } from '@portico/twin/twin';
import { guid } from '@portico/twin/world';
import type { Organization } from '@portico/twin/world/dataverse';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LargeSite, Order, Seen } from './large-site.ts';
import { queuedFor } from './queued-for.ts';

/** Where ids of made-up rows begin. */
const firstId = 500_000;

/** Half of the records are web templates, half content snippets. */
const kinds = [
  { set: 'adx_webtemplates', id: 'adx_webtemplateid', text: 'adx_source' },
  { set: 'adx_contentsnippets', id: 'adx_contentsnippetid', text: 'adx_value' },
] as const;

/** Rows like the template's own ones, of about a kilobyte each. */
function enlarge(organization: Organization, count: number, from: number, stamp: string): void {
  for (let index = 0; index < count; index += 1) {
    const { set, id, text } = kinds[index % 2 === 0 ? 0 : 1];
    const rows = organization.tables[set] ?? [];
    organization.version += 1;
    rows.push({
      ...rows[0],
      [id]: guid(from + index),
      adx_name: `Large ${index}`,
      [text]: textOf(index, stamp),
      versionnumber: organization.version,
    });
  }
}

const textOf = (record: number, stamp: string) =>
  Array.from(
    { length: 20 },
    (_, line) => `<p>${record} ${line === 9 ? stamp : `A line of text, the ${line}th of it`}</p>`,
  ).join('\n');

async function open({
  records,
  speed,
  takes,
  batchedRequests,
}: Order): Promise<LargeSite & { seen(): Seen }> {
  const twin = await startTwin({ scenario: 'site-exists', speed, takes });
  const { world } = twin;
  world.state.switches.batchedRequests = batchedRequests;
  const { websiteRecordId: website } = addReference(world, 1);
  enlarge(organizationOf(world, organizations.production), records, firstId, 'as it was');
  enlarge(organizationOf(world, organizations.sandbox), records, firstId + records, 'as it is now');
  const seen = { calls: 0, throttled: 0, batches: 0, lastBatch: 0 };
  channel('http.server.response.finish').subscribe((message) => {
    // The channels of node:http hand on both, as these.
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (!/\.crm4\./.test(request.headers.host ?? '')) return;
    seen.calls += 1;
    if (response.statusCode === 429) seen.throttled += 1;
    if (!request.url?.endsWith('/$batch') || response.statusCode !== 200) return;
    seen.batches += 1;
    seen.lastBatch = world.clock.now().getTime();
  });
  const dataverse = `http://contoso.crm4.twin.localhost:${twin.port}`;
  const signIn = (audience: string) => signInAs(twin, 'alex@contoso.example', audience);
  const [token, dataverseToken] = [await signIn('api'), await signIn(dataverse)];
  const templates = Array.from({ length: Math.ceil(records / 2) }, (_, half) => guid(firstId + 2 * half));
  const written = () =>
    kinds.flatMap(({ set, text }) =>
      (organizationOf(world, organizations.production).tables[set] ?? []).filter((row) =>
        String(row[text]).includes('as it is now'),
      ),
    ).length;
  return {
    port: twin.port,
    website,
    token,
    dataverse,
    dataverseToken,
    templates,
    seen: () => ({
      ...seen,
      written: written(),
      now: world.clock.now().getTime(),
      queued: queuedFor(),
    }),
  };
}

// Whoever started it may die.
process.once('disconnect', () => process.exit());
async function begin(order: Order): Promise<void> {
  const { seen, ...site } = await open(order);
  process.on('message', () => process.send?.(seen()));
  process.send?.(site);
}

process.once('message', (order: Order) => void begin(order));
