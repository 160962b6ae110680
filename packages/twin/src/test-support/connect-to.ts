import { type Client, clientOf, type Transport } from '@portico/http/client';
import type { Table } from '@portico/http/endpoint';
import type { Service } from '@portico/microsoft/service';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { signInAs } from '../sign-in-as.ts';
import type { Twin } from '../twin.ts';
import { ask } from './ask.ts';

/** An answer that wasn't a success. */
export class Answered extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown, shape?: string) {
    super(shape ?? `${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

interface Who {
  readonly userName?: string;
  readonly permissions?: readonly string[];
  /** For services whose address comes from tenant data. */
  readonly base?: string;
}

/** A client of the twin as a persona, drawn from the same table as the product's, without retries or policies. */
export async function connectTo<const T extends Table>(
  twin: Twin,
  service: Service<T>,
  { userName = 'alex@contoso.example', permissions, base }: Who = {},
): Promise<Client<T>> {
  const cloud = twinCloud(twin.port, 60);
  const root = base ?? service.base?.(cloud) ?? '';
  const audience = service.audience?.(cloud, root);
  const token = audience && (await signInAs(twin, userName, audience, permissions ? { permissions } : {}));
  const transport: Transport = {
    send: async ({ endpoint, target, headers, body }) => {
      const {
        status,
        headers: got,
        text,
      } = await ask(new URL(target, root).href, {
        method: endpoint.method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        ...(body === undefined
          ? {}
          : { body: endpoint.verbatim && typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status, header: (name) => got[name.toLowerCase()]?.toString(), body: parsed(text) };
    },
    explain: (_request, { status, body }, shape) => new Answered(status, body, shape),
  };
  return clientOf(service.endpoints, transport);
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
