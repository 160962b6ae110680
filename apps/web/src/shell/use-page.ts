import { useEffect } from 'react';

const product = 'Portico';

/**
 * Names the page for the tab and for those who listen: the title changes, and after a change of page the focus
 * moves to the heading. On the first page it stays where the browser put it.
 */
export function usePage(...names: readonly string[]): void {
  const title = [...names.filter(Boolean), product].join(' – ');
  const page = names[0];
  useEffect(() => {
    const first = document.title === product;
    document.title = title;
    if (!first) document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the heading is that of the first name
  }, [page]);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
