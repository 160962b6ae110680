import { type RefObject, useEffect, useRef } from 'react';

interface Stays {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly tabIndex: -1;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * What is decided may go from the page, with the button that decided it. Then the focus goes to the part that it stood
 * in, and the page doesn't move.
 */
export function useFocusStays(): Stays {
  const ref = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body)
      ref.current?.focus({ preventScroll: true });
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: () => void (inside.current = true),
    // React tells of no blur when it is React that removes the button.
    onBlur: () => void (inside.current = false),
  };
}
