import type { Policy } from './policy.ts';

/** Says who calls, and gives each attempt an id that Microsoft's support can look for. */
export const identify =
  (version: string): Policy =>
  (call, next) => {
    call.headers.set('user-agent', `Portico/${version}`);
    call.headers.set('client-request-id', call.exchange.session.world.id());
    return next(call);
  };
