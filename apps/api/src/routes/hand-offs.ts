import type { routes } from '@portico/contract/routes';
import type { Handlers } from '@portico/http/mount';
import type { Context } from '../context.ts';
import { type Call, personOf } from './call.ts';

type HandOffHandlers = Pick<Handlers<typeof routes, Call>, 'giveHandOff' | 'revokeHandOff' | 'readHandOff'>;

export const handOffHandlers = ({ handOffs, operations, address }: Context): HandOffHandlers => ({
  giveHandOff: async ({ params, body, context }) => {
    const { handOff, token } = await handOffs.give({ ...params, ...body, by: personOf(context) });
    // Behind the hash: browsers send it to nobody, so it is in no log and no Referer.
    return { handOff, link: `${address}/handoff#${token}` };
  },

  revokeHandOff: async ({ params, context }) => {
    await handOffs.revoke({ ...params, by: personOf(context) });
    // What waited for nobody else sees so at once, and ends.
    await operations.nudge(params.operation);
    return {};
  },

  readHandOff: ({ body }) => handOffs.read(body),
});
