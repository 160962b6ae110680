import { health, isLive, lookedAt } from '@portico/contract/health';
import type { Envelope, Person } from '@portico/plan/event';
import type { Journal } from '../journal/journal.ts';
import type { Runs } from '../store/runs.ts';
import { stateOfEvents } from './load-run.ts';
import type { Wizard } from './wizard.ts';

/** Seconds between rounds, and until a set-up that was looked at is looked at again. */
const every = 600;
const rests = 4 * 3600;
/** Seconds for which somebody counts as here: no longer than the shortest token that Entra gives (60 to 90 minutes). */
const stays = 3600;

interface Means {
  readonly runs: Runs;
  readonly journal: Journal;
  readonly wizard: Pick<Wizard, 'look'>;
  readonly world: { now(): Date; sleep(milliseconds: number, signal?: AbortSignal): Promise<void> };
  readonly stopping: AbortSignal;
  readonly failed: (error: unknown) => void;
}

/**
 * Looks again at set-ups that are live, on behalf of people who are here. Who isn't is known to nobody: only their
 * names are kept, in memory, for the time that their sign-in lasts. So without anybody signed in nothing is looked at.
 */
export function keepWell({ runs, journal, wizard, world, stopping, failed }: Means) {
  const here = new Map<string, { readonly person: Person; readonly until: number }>();

  async function round(): Promise<void> {
    const now = world.now().getTime();
    for (const [key, { until }] of here) if (until <= now) here.delete(key);
    const people = [...here.values()].map(({ person }) => person);
    for (const [tenant, colleagues] of Map.groupBy(people, (person) => person.tenant))
      for (const { id } of await runs.list(tenant)) {
        if (stopping.aborted) return;
        await lookAt(id, colleagues, now);
      }
  }

  /** By those who have worked on it, until one could see it: others may not see its environment. */
  async function lookAt(run: string, people: readonly Person[], now: number): Promise<void> {
    let events = await journal.read(run, 0);
    for (const person of people.filter((each) => tookPart(events, each))) {
      const state = stateOfEvents(events, world.now());
      const last = Date.parse(lookedAt(state) ?? '') || 0;
      if (!isLive(state) || now - last < rests * 1000) return;
      await wizard.look(run, person, { checks: health, seen: true, signal: stopping });
      events = await journal.read(run, 0);
    }
  }

  return {
    /** Somebody was here just now. */
    sees: (person: Person): void =>
      void here.set(`${person.tenant} ${person.id}`, {
        person,
        until: world.now().getTime() + stays * 1000,
      }),
    round,
    /** Until the service stops. */
    async watch(): Promise<void> {
      while (!stopping.aborted) {
        await world.sleep(every * 1000, stopping);
        if (!stopping.aborted) await round().catch((error: unknown) => stopping.aborted || failed(error));
      }
    },
  };
}

const tookPart = (events: readonly Envelope[], { id }: Person): boolean =>
  events.some(({ by }) => by?.id === id);
