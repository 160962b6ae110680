import { STATUS_CODES } from 'node:http';
import { Reply } from '@portico/http/mount';

/** What one request of a batch was answered. */
export interface PartAnswer {
  readonly reply: Reply;
  readonly contentId?: string;
}

/** Answers to the items of a batch, in their order. */
export type ItemAnswer =
  | { readonly set: readonly PartAnswer[]; readonly id: string }
  | { readonly one: PartAnswer };

const eol = '\r\n';

/** The documented shape, line by line; an empty body is two empty lines. */
export function writeAnswer(items: readonly ItemAnswer[], id: string, status: number): Reply {
  const boundary = `batchresponse_${id}`;
  const lines = items.flatMap((item) => [
    `--${boundary}`,
    ...('one' in item ? linesOf(item.one, id) : linesOfSet(item)),
  ]);
  return new Reply(status, [...lines, `--${boundary}--`, ''].join(eol), {
    'Content-Type': `multipart/mixed; boundary=${boundary}`,
    'OData-Version': '4.0',
  });
}

function linesOfSet({ set, id }: Extract<ItemAnswer, { set: unknown }>): readonly string[] {
  const boundary = `changesetresponse_${id}`;
  return [
    `Content-Type: multipart/mixed; boundary=${boundary}`,
    '',
    ...set.flatMap((part) => [`--${boundary}`, ...linesOf(part, id)]),
    `--${boundary}--`,
  ];
}

function linesOf({ reply, contentId }: PartAnswer, id: string): readonly string[] {
  const { status, headers, body } = reply;
  const { 'OData-EntityId': entity, ...others } = headers;
  const all = {
    ...(status < 400 ? {} : { REQ_ID: id }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json; odata.metadata=minimal' }),
    ...others,
    'OData-Version': '4.0',
    ...(entity ? { Location: entity, 'OData-EntityId': entity } : {}),
  };
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId ? [`Content-ID: ${contentId}`] : []),
    '',
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
    '',
    body === undefined ? '' : JSON.stringify(body),
  ];
}
