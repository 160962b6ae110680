import type { FocusEvent } from 'react';

/** All of a field, ready to be copied, and shown from its start. The browser shows where the selection ends, after this. */
export function selectWhole({ target }: FocusEvent<HTMLInputElement>): void {
  target.select();
  requestAnimationFrame(() => {
    target.scrollLeft = 0;
  });
}
