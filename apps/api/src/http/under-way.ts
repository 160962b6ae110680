/** Work that goes on behind answers, until somebody wants to know that it is over. */
export interface UnderWay {
  readonly add: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is left. */
  readonly over: () => Promise<void>;
}

export function underWay(): UnderWay {
  const open = new Set<Promise<unknown>>();
  return {
    add: (work) => {
      const ended: Promise<unknown> = work.then(
        () => open.delete(ended),
        () => open.delete(ended),
      );
      open.add(ended);
      return work;
    },
    over: async () => {
      while (open.size > 0) await Promise.all(open);
    },
  };
}
