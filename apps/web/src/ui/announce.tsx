import { createStore, useStore } from 'zustand';
import { useHidden } from './hidden.ts';

const said = createStore<{ words: string }>()(() => ({ words: '' }));

/** Says something to people who listen to the screen, without moving their focus. */
export const announce = (words: string) => said.setState({ words });

/** Stands once in the page, from the start: a live region that appears with its text isn't read. */
export function LiveRegion() {
  const hidden = useHidden();
  return <output className={hidden}>{useStore(said).words}</output>;
}
