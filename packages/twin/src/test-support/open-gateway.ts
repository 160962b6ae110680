import type { Client } from '@portico/http/client';
import { dualWrite, mapAction } from '@portico/microsoft/services/dual-write';
import type { TableMap } from '@portico/microsoft/services/dual-write/map';
import { minutes } from '../platform/durations.ts';
import { finance } from '../scenarios/contoso/ids.ts';
import { startTwin, type TwinOptions } from '../twin.ts';
import { connectTo } from './connect-to.ts';
import { gatewayOf } from './environment-addresses.ts';

type Gateway = Client<typeof dualWrite.endpoints>;

/** The gateway as the consultant, past the one list that comes empty. */
export async function openGateway(options: TwinOptions = {}) {
  const twin = await startTwin({ speed: 0, ...options });
  const client = await connectTo(twin, dualWrite, { base: gatewayOf(twin) });
  const [link] = await client.listLinkedEnvironments({ identifier: finance.host });
  const cid = link?.cid ?? '';
  const [state] = twin.world.state.dualWrite.links;
  if (state) state.emptyReads = 0;
  const all = () => client.listMaps({ cid });
  const find = async (name: string): Promise<TableMap> => {
    const map = (await all()).find(({ detail }) => detail.tName === name);
    if (!map) throw new Error(`There is no ${name}.`);
    return map;
  };
  return {
    twin,
    client,
    cid,
    all,
    find,
    jump: (milliseconds: number) => twin.world.clock.jump(milliseconds),
    [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose](),
  };
}
export type OpenGateway = Awaited<ReturnType<typeof openGateway>>;

/** One action for one map, as the product sends it. */
export const askGateway = (
  client: Gateway,
  cid: string,
  action: keyof typeof mapAction,
  { detail: { tid, pid } }: TableMap,
  skipInitialSync = false,
) =>
  client.start({
    body: {
      action: mapAction[action],
      details: [
        {
          tid,
          cid,
          ...(pid ? { pid } : {}),
          parameters: { skipInitialSync, conflictResolution: { option: '1', master: 'AX' } },
        },
      ],
    },
  });

/** Makes maps run, one after the other, without copying rows. */
export async function runWithoutSync(
  { client, cid, find, jump }: OpenGateway,
  ...names: readonly string[]
): Promise<void> {
  for (const name of names) {
    await askGateway(client, cid, 'initialise', await find(name));
    jump(minutes);
    await askGateway(client, cid, 'start', await find(name), true);
    jump(minutes);
  }
}

/** Maps by the names that the gateway gives them. */
export const mapNames = {
  companies: 'cdm_companies - Legal entities',
  accounts: 'accounts - Customers V3',
  contacts: 'contacts - Customers V3',
  products: 'products - CDS released distinct products',
  orders: 'salesorders - CDS sales order headers',
  lines: 'salesorderdetails - CDS sales order lines',
};
