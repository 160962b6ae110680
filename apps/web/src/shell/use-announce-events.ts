import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import type { RunConnection } from '../data/run-connection.ts';
import { eventWords } from '../parts/event-words.ts';
import { announce } from '../ui/announce.tsx';

/** Tells those who listen what happens: each turn of an operation, and once when the last check has ended. */
export function useAnnounceEvents({ store, line }: RunConnection): void {
  const intl = useIntl();
  useEffect(
    () =>
      store.subscribe(({ state, events }, before) => {
        const newest = events.at(-1);
        const last = newest?.event;
        if (!line.getState().loaded || !last || events === before.events) return;
        if (last.type === 'check-finished') {
          if (Object.values(state.checks).some(({ running }) => running)) return;
          announce(
            intl.formatMessage({ id: 'web.announce.checked', defaultMessage: 'All checks have ended.' }),
          );
        } else if (last.type.startsWith('operation-')) {
          const actionOf = (id: string) => state.operations[id]?.action;
          announce(eventWords(intl, newest, { stepTitle: (id) => id, actionOf }).says);
        }
      }),
    [store, line, intl],
  );
}
