import { useSyncExternalStore } from 'react';

/** The clock, looked at once per `every` ms. Stands still in the eyes of React between two looks. */
export function useNow(every = 1000): number {
  return useSyncExternalStore(
    (changed) => {
      const timer = setInterval(changed, every);
      return () => clearInterval(timer);
    },
    () => Math.floor(Date.now() / every) * every,
  );
}
