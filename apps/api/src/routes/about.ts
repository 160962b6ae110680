import type { routes } from '@portico/contract/routes';
import { type Handlers, Reply } from '@portico/http/mount';
import type { Context } from '../context.ts';
import { type Call, personOf } from './call.ts';

export const aboutHandlers = ({
  publicConfig,
  store,
}: Context): Pick<Handlers<typeof routes, Call>, 'getConfig' | 'getHealth' | 'getMe'> => ({
  getConfig: publicConfig,
  getHealth: async () => {
    const ok = await store.healthy();
    const body = {
      status: ok ? 'ok' : 'failing',
      store: store.kind,
      version: publicConfig().version,
    } as const;
    return ok ? body : new Reply(503, body);
  },
  getMe: ({ context }) => personOf(context),
});
