import { useState } from 'react';
import type { Draft } from './drafts.ts';

/** What is being typed: kept as a draft from the first letter on. `shape` says whether a kept one is still such. */
export function useDraft<T>(draft: Draft, shape: (kept: unknown) => T | undefined) {
  const [edited, setEdited] = useState(() => shape(draft.read()));
  const edit = (value: T) => {
    setEdited(value);
    draft.keep(value);
  };
  return [edited, edit] as const;
}
