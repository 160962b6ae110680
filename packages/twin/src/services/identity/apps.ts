import type { App } from '../../world/directory.ts';
import type { World } from '../../world.ts';
import { SignInRefused } from './errors.ts';

/** One of Portico's two registrations. */
export function appOf(world: Pick<World, 'state'>, kind: App['kind']): App {
  const found = world.state.directory.apps.find((app) => app.kind === kind);
  if (!found) throw new Error(`The directory of this scenario has no ${kind} app.`);
  return found;
}

export function appById(world: World, clientId: string | undefined): App {
  if (!clientId) throw new SignInRefused(900144, 'client_id');
  const found = world.state.directory.apps.find((app) => app.clientId === clientId);
  if (!found) throw new SignInRefused(700016, clientId);
  return found;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True when an address is registered; the port of a loopback address doesn't count (Entra, reply URL rules). */
export function mayReturnTo(app: App, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const asked = new URL(address);
  return app.redirects.some((registered) => {
    const known = new URL(registered);
    if (loopback.has(asked.hostname) && loopback.has(known.hostname))
      return asked.protocol === known.protocol && asked.pathname === known.pathname && !asked.username;
    return registered === address;
  });
}
