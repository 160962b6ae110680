import type { ActionId } from '@portico/contract/plan';
import type { Driver } from '@portico/plan/action';
import { signInAs } from '@portico/twin/sign-in-as';
import { startTwin, type Twin } from '@portico/twin/twin';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { type Aftermath, aftermaths, answers } from './aftermaths.ts';
import type { Subject } from './crash-matrix.ts';
import type { TwinSettings } from './twin.subject.ts';

const userName = 'alex@contoso.example';

/** An action of the plan as a subject of the crash matrix: each operation has a twin of its own, in this process. */
export const inTheTwin = (action: ActionId, driver: Driver): Subject => ({
  module: new URL('./twin.subject.ts', import.meta.url).href,
  action,
  driver,
  // Waits of 20 seconds take 10 milliseconds.
  pace: 2000,
  async upstream() {
    await using stack = new AsyncDisposableStack();
    const twin = stack.use(await startTwin({ speed: 0 }));
    const { state } = twin.world;
    const aftermath: Aftermath = aftermaths[action];
    const { arrange, effects, throttled, byHand, throughGateway, lookedAt, before } = aftermath;
    arrange?.(twin.world);
    const person = state.directory.people.find((one) => one.userName === userName);
    if (!person) throw new Error(`Nobody is called ${userName}.`);
    const throttle = () => void state.faults.push({ kind: 'throttled', count: 1, seconds: 20, ...throttled });
    // What is done before ends with a restart; it isn't what is to be held up.
    if (driver === 'automatic' && before) stack.use(onceRestarted(twin, throttle));
    else if (driver === 'automatic') throttle();
    // Where people do it by hand, it's mostly because Microsoft issues no token.
    if (driver === 'guided' && !throughGateway) state.switches.gatewayTokens = 'refused';
    const act = driver === 'guided' ? () => byHand(twin.world, person) : () => undefined;
    const coming = passTime(twin, some + (lookedAt ? perLook : 0), act);
    stack.use(coming);
    // What is done before reads, too: a person comes to what is there by then.
    if (before) stack.use(onceRestarted(twin, coming.begin));
    else coming.begin();
    const settings: TwinSettings = {
      port: twin.port,
      by: { id: person.id, tenant: person.tenant, name: userName },
      assertion: await signInAs(twin, userName),
      answers,
      ...(lookedAt ? { lookedAt } : {}),
      ...(before ? { before: before.action } : {}),
    };
    const opened = stack.move();
    return {
      settings,
      effects: () => effects(twin.world),
      writes: () => state.writes.filter(({ batched }) => !batched).length - (before?.writes ?? 0),
      [Symbol.asyncDispose]: () => opened.disposeAsync(),
    };
  },
});

const hour = 3_600_000;
/** Readings after which a person who is waited for comes; and those of a look at a whole site. */
const [some, perLook] = [3, 8];

/** What an action looks at while it waits: maps, what Dataverse has of those that run, sites, solutions, invitations, orders, a site's configuration. */
const watched =
  /\/(Entities|adx_sitemarkers|msdyn_dualwriteruntimeconfigs|websites|solutions|adx_invitations|salesorders)\?/;

const finished = channel('http.server.response.finish');
/** The channels of node:http hand on the request with its socket. */
const requestOf = (message: unknown) => (message as { request: IncomingMessage }).request;

/** When the site was restarted for the first time. */
function onceRestarted({ port }: Twin, act: () => void): Disposable {
  const end = () => finished.unsubscribe(heard);
  const heard = (message: unknown) => {
    const { method, url = '', socket } = requestOf(message);
    if (method !== 'POST' || !/\/restart(\?|$)/.test(url) || socket.localPort !== port) return;
    end();
    act();
  };
  finished.subscribe(heard);
  return { [Symbol.dispose]: end };
}

/**
 * The twin's time stands still, but for an hour that passes after each reading of what is watched: so an operation
 * goes through the same looks each time, however busy the machine is.
 */
function passTime({ world, port }: Twin, looks: number, byHand: () => void) {
  let readings = 0;
  let counts = false;
  const heard = (message: unknown) => {
    const { method, url = '', socket } = requestOf(message);
    if (method !== 'GET' || !watched.test(url) || socket.localPort !== port) return;
    world.clock.jump(hour);
    if (!counts) return;
    readings += 1;
    if (readings === looks) byHand();
  };
  finished.subscribe(heard);
  return {
    /** From now on readings count. */
    begin: () => void (counts = true),
    [Symbol.dispose]: () => finished.unsubscribe(heard),
  };
}
