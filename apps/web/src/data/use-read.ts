import { useEffect, useState } from 'react';
import { asApiProblem } from './api-problem.ts';
import type { Loaded } from './loaded.ts';

/**
 * Reads something plain: a list, a review. Reads again when `key` changes; undefined reads nothing.
 * `read` itself may change between renders: the key says what is read.
 */
export function useRead<T>(
  key: string | undefined,
  read: (signal: AbortSignal) => Promise<T>,
): Loaded<T> & { readonly again: () => void } {
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<{ key?: string; loaded: Loaded<T> }>({ loaded: { status: 'loading' } });
  useEffect(() => {
    const stop = new AbortController();
    if (key === undefined) return () => stop.abort();
    read(stop.signal).then(
      (value) => !stop.signal.aborted && setHeld({ key, loaded: { status: 'ready', value } }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setHeld({ key, loaded: { status: 'failed', problem: asApiProblem(error) } });
      },
    );
    return () => stop.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for what `read` closes over
  }, [key, round]);
  const again = () => {
    setHeld(({ loaded }) => ({ loaded: { status: 'loading', value: loaded.value } }));
    setRound((before) => before + 1);
  };
  const loaded: Loaded<T> = held.key === key ? held.loaded : { status: 'loading', value: held.loaded.value };
  return { ...loaded, again };
}
