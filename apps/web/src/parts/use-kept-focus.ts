import { type RefObject, useEffect, useRef } from 'react';

interface Kept {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** In these a person has to act on what stands on the page, or to read it before they go on. */
const settled = /^(ready|blocked|turn)$/;

/**
 * A step that goes on takes away the button that was pressed, and the browser then drops the focus. It goes to
 * what the person now watches, or to the page's heading; somebody who had it elsewhere keeps it. Where a decision was
 * sent and looked at, it goes to what comes next, which may lie far below; unless they went elsewhere meanwhile.
 */
export function useKeptFocus(phase: string): Kept {
  const root = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  const before = useRef(phase);
  /** Where the focus was when the decision was sent. */
  const sentFrom = useRef<Element>(undefined);
  useEffect(() => {
    if (before.current === 'deciding')
      sentFrom.current = phase === 'checking' ? (document.activeElement ?? undefined) : undefined;
    before.current = phase;
    if (!settled.test(phase)) return;
    const stayed = document.activeElement === sentFrom.current;
    sentFrom.current = undefined;
    const next = root.current?.querySelector<HTMLElement>('[data-next]');
    if (!stayed || !next) return;
    next.scrollIntoView({ block: 'start' });
    next.focus({ preventScroll: true });
  }, [phase]);
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
