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
        } else if ('operation' in last) {
          const { action, handOffs = {} } = state.operations[last.operation] ?? {};
          const giverOf = (id: string) => handOffs[id]?.by?.name;
          const names = { stepTitle: (id: string) => id, actionOf: () => action, giverOf };
          announce(eventWords(intl, newest, names).says);
        }
      }),
    [store, line, intl],
  );
}
