import { randomBytes } from 'node:crypto';
import { isEnded, sidOf } from '../../tokens.ts';
import type { Persona } from '../../world/directory.ts';
import type { World } from '../../world.ts';

/** One person signed in at one browser. */
export interface Session {
  readonly id: string;
  /** The id of the account at home. */
  readonly home: string;
  /** Extra proof was given. */
  proven: boolean;
  /** It counts as one of long ago, or was ended from outside: nothing more is issued for it. */
  readonly expired: boolean;
}

/** What a code or a refresh token stands for. */
export interface Grant {
  readonly session: Session;
  readonly clientId: string;
  readonly tenant: string;
  readonly scope: string;
  readonly redirect?: string;
  readonly challenge?: string;
  readonly nonce?: string;
}

/**
 * Who is signed in where, and what was handed out. Kept beside the world and not in it: like the keys,
 * none of it outlives this twin.
 */
export interface Sessions {
  /** All sessions of a browser, by its cookie. */
  of(browser: string | undefined): readonly Session[];
  begin(browser: string, person: Persona): Session;
  end(browser: string | undefined, home?: string): void;
  find(id: string): Session | undefined;
  /** A fresh secret for a grant. */
  hand(grant: Grant): string;
  /** What a secret stands for, once. */
  take(secret: string): Grant | 'used' | undefined;
  /** What a secret stands for, as often as asked. */
  look(secret: string): Grant | undefined;
}

export const secret = (): string => randomBytes(24).toString('base64url');

export function createSessions(world: World): Sessions {
  const browsers = new Map<string, Session[]>();
  const sessions = new Map<string, Session>();
  const grants = new Map<string, Grant>();
  const used = new Set<string>();
  const returned = new Set<string>();
  return {
    of: (browser) => browsers.get(browser ?? '') ?? [],
    begin(browser, person) {
      const home = person.home ?? person.id;
      // Only the first session of such a person is stale, so that signing in again mends it, as it does in life.
      const stale = person.sign === 'expired' && !returned.has(home);
      returned.add(home);
      const account = world.state.directory.people.find(({ id }) => id === home) ?? person;
      const id = sidOf(secret());
      const session: Session = {
        id,
        home,
        proven: false,
        get expired() {
          return stale || isEnded(world, id, account);
        },
      };
      sessions.set(session.id, session);
      const others = (browsers.get(browser) ?? []).filter((other) => other.home !== home);
      browsers.set(browser, [...others, session]);
      return session;
    },
    end(browser, home) {
      const left = (browsers.get(browser ?? '') ?? []).filter((session) => home && session.home !== home);
      if (browser) browsers.set(browser, left);
    },
    find: (id) => sessions.get(id),
    hand(grant) {
      const handed = secret();
      grants.set(handed, grant);
      return handed;
    },
    take(handed) {
      if (used.has(handed)) return 'used';
      const grant = grants.get(handed);
      grants.delete(handed);
      if (grant) used.add(handed);
      return grant;
    },
    look: (handed) => grants.get(handed),
  };
}
