import { type RefObject, useEffect, useRef } from 'react';

interface Kept {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * A step that goes on takes away the button that was pressed, and the browser then drops the focus. It goes to
 * what the person now watches, or to the page's heading; somebody who had it elsewhere keeps it.
 */
export function useKeptFocus(phase: string): Kept {
  const root = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    const find = (mark: string) => root.current?.querySelector<HTMLElement>(`[${mark}]`);
    (find('data-turn') ?? find('data-page-heading'))?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what was there before went with the phase
  }, [phase]);
  return {
    ref: root,
    // React tells of no blur when it is React that removes the button.
    onFocus: () => void (inside.current = true),
    onBlur: () => void (inside.current = false),
  };
}
