import { type ReactNode, useEffect, useRef, useState } from 'react';

/** So many rows are drawn, or left out, together. A list of up to as many is an ordinary list. */
export const together = 25;

/** Pixels of a row that was never drawn; corrected as soon as it is. */
const usual = 64;

interface Props<T> {
  readonly items: readonly T[];
  readonly className: string;
  /** A list item; `place` goes to it when only part of the list is drawn. */
  readonly draw: (item: T, place?: Place) => ReactNode;
}

/** Says to those who listen where in the whole list a row stands. */
export interface Place {
  readonly 'aria-posinset': number;
  readonly 'aria-setsize': number;
}

/** A list that may have thousands of rows: only those near the window are drawn, and the rest keeps their room. */
export function LongList<T>({ items, className, draw }: Props<T>) {
  const [watch] = useState(createWatch);
  const count = Math.ceil(items.length / together);
  return Array.from({ length: count }, (_, part) => {
    const first = part * together;
    const rows = items.slice(first, first + together);
    const place = (index: number): Place | undefined =>
      count > 1 ? { 'aria-posinset': first + index + 1, 'aria-setsize': items.length } : undefined;
    return (
      // oxlint-disable-next-line react/no-array-index-key -- a part is its place; its rows have keys of their own
      <Part
        key={part}
        rows={rows.length}
        className={className}
        drawnAtOnce={part === 0}
        watch={count > 1 ? watch : undefined}
      >
        {() => rows.map((row, index) => draw(row, place(index)))}
      </Part>
    );
  });
}

interface PartProps {
  readonly rows: number;
  readonly className: string;
  readonly drawnAtOnce: boolean;
  /** Without it the part is always drawn. */
  readonly watch: Watch | undefined;
  readonly children: () => ReactNode;
}

function Part({ rows, className, drawnAtOnce, watch, children }: PartProps) {
  const element = useRef<HTMLUListElement>(null);
  const [near, setNear] = useState(drawnAtOnce);
  const [height, setHeight] = useState(rows * usual);
  useEffect(() => {
    const list = element.current;
    if (!list || !watch) return undefined;
    return watch(list, ({ isIntersecting, boundingClientRect }) => {
      // Somebody has put the whole list away for a while: it comes back as it was.
      if (!isIntersecting && boundingClientRect.width === 0) return;
      // Who is on one of these rows with the keyboard must not lose their place.
      if (!isIntersecting && list.contains(document.activeElement)) return;
      if (!isIntersecting && list.childElementCount > 0) setHeight(boundingClientRect.height);
      setNear(isIntersecting);
    });
  }, [watch]);
  // A search may have left so few that nobody watches any more.
  return near || !watch ? (
    <ul ref={element} className={className}>
      {children()}
    </ul>
  ) : (
    <ul ref={element} className={className} style={{ height }} aria-hidden />
  );
}

type Hear = (seen: IntersectionObserverEntry) => void;
type Watch = (element: Element, hear: Hear) => () => void;

/** One observer for all parts: hundreds of them would cost more than they save. */
function createWatch(): Watch {
  const hears = new Map<Element, Hear>();
  const observer = new IntersectionObserver(
    (seen) => {
      for (const entry of seen) hears.get(entry.target)?.(entry);
    },
    { rootMargin: '50% 0%' },
  );
  return (element, hear) => {
    hears.set(element, hear);
    observer.observe(element);
    return () => {
      hears.delete(element);
      observer.unobserve(element);
    };
  };
}
