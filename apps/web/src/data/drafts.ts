/** Something typed and not sent yet. */
export interface Draft {
  /** As it was kept; whoever reads it checks its shape. */
  read(): unknown;
  keep(value: unknown): void;
  drop(): void;
}

export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'portico.draft.';

/**
 * What a person types, kept in the tab until it is sent: a sign-in leaves the page and comes back to it. Under the
 * person's own name, so that whoever signs in next in this tab doesn't meet it.
 */
export const createDrafts =
  (store: DraftStore, person: string) =>
  (name: string): Draft => {
    const key = `${prefix}${person}.${name}`;
    return {
      read: () => {
        try {
          return JSON.parse(store.getItem(key) ?? 'null') as unknown;
        } catch {
          // Not ours, or cut off: then there is no draft.
          return undefined;
        }
      },
      keep: (value) => {
        try {
          store.setItem(key, JSON.stringify(value));
        } catch {
          // A full store loses a convenience and nothing else.
        }
      },
      drop: () => store.removeItem(key),
    };
  };

/** Nothing of what was typed outlives a sign-out. */
export function dropDrafts(store: Storage): void {
  for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key);
}

export type Drafts = ReturnType<typeof createDrafts>;
