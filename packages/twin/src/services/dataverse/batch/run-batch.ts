import { Reply } from '@portico/http/mount';
import { NotLearned } from '../../../odata/refusals.ts';
import { type Call, Refused } from '../../../serve.ts';
import type { Member } from '../members.ts';
import { refusal, refusing } from '../refusals.ts';
import type { Item, PartRequest } from './read-request.ts';
import { malformed, readRequest } from './read-request.ts';
import { remember } from './roll-back.ts';
import { type ItemAnswer, type PartAnswer, writeAnswer } from './write-answer.ts';

/** Answers one request as if it had come alone. @throws Refused */
export type Perform = (request: PartRequest, context: Call) => Reply;

/** Most requests in a batch (execute-batch-operations-using-web-api). */
const most = 1000;

/** The requests of a batch, before any of them is performed. */
export function readBatch({ request }: Call, text: string): readonly Item[] {
  if (/continue-on-error/i.test(String(request.headers.prefer ?? '')))
    refusing(() => {
      throw new NotLearned('The twin doesn’t go on after errors.');
    });
  const items = readRequest(String(request.headers['content-type']), text);
  if (countOf(items) > most) throw malformed(`A batch holds at most ${most} requests.`);
  return items;
}

export const countOf = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + ('set' in item ? item.set.length : 1), 0);

/**
 * Item by item. The first failure ends the batch, with its status: what comes after it isn't looked at, and of the
 * change set that it is in nothing has happened.
 */
export function runBatch(context: Call, member: Member, items: readonly Item[], perform: Perform): Reply {
  const { world } = context;
  const answers: ItemAnswer[] = [];
  for (const item of items) {
    const answer =
      'one' in item
        ? { one: { reply: attempt(() => perform(item.one, context)) } }
        : runSet(context, member, item.set, perform);
    answers.push(answer);
    const [failed] = ('one' in answer ? [answer.one] : answer.set).filter(({ reply }) => reply.status >= 400);
    if (failed) return writeAnswer(answers, world.id(), failed.reply.status);
  }
  return writeAnswer(answers, world.id(), 200);
}

/** Of a site's own tables, or of what an earlier request has made: dual-write follows none of the former. */
const ofSites = /(^|\/)(adx_\w+\(|adx_\w+$|annotations\b)|^\$/;

function runSet(
  context: Call,
  member: Member,
  requests: readonly PartRequest[],
  perform: Perform,
): ItemAnswer {
  const { world } = context;
  const followed = requests.some(({ url }) => !ofSites.test(url));
  const back = remember(world, member.organization, followed);
  const inSet = { ...context, changeSet: true as const };
  const made = new Map<string, string>();
  const set: PartAnswer[] = [];
  for (const request of requests) {
    const reply = attempt(() => perform(withReferences(checked(request), made), inSet));
    const contentId = request.contentId ?? '';
    if (reply.status >= 400) {
      back();
      return world.state.switches.failedChangeSet === 'one-part'
        ? { one: { reply } }
        : { set: [{ reply, contentId }], id: world.id() };
    }
    const address = reply.headers['OData-EntityId'];
    if (address) made.set(contentId, address);
    set.push({ reply, contentId });
  }
  return { set, id: world.id() };
}

function attempt(run: () => Reply): Reply {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}

/** Missing ids are refused (ryanmichaeljames/dataverse-mcp 1.3.2), and what only reads (the words are those of OData's library). */
function checked(request: PartRequest): PartRequest {
  if (!request.contentId)
    throw malformed('The Content-ID header is not present in a request of the change set.');
  if (['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method)) return request;
  throw malformed(
    `An invalid HTTP method '${request.method}' was detected for a request in a change set. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', and 'PATCH'.`,
  );
}

/** `$1` in an address, and as what a lookup is bound to, stands for what the request of that id has made. */
function withReferences(request: PartRequest, made: ReadonlyMap<string, string>): PartRequest {
  const resolve = (text: string) =>
    text.replace(/^\$(\w+)/, (whole, id: string) => {
      const address = made.get(id);
      if (address !== undefined) return address;
      throw refusal(
        400,
        '0x80060888',
        `Content-ID Reference: '${whole}' does not exist in the batch context.`,
      );
    });
  const { body } = request;
  const members =
    typeof body === 'object' && body !== null
      ? Object.entries(body).map(([name, value]: [string, unknown]) => [
          name,
          /@odata\.(bind|id)$/.test(name) && typeof value === 'string' ? resolve(value) : value,
        ])
      : undefined;
  return {
    ...request,
    url: resolve(request.url),
    body: members ? (Object.fromEntries(members) as unknown) : body,
  };
}
