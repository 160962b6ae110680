import type { FocusEvent } from 'react';

/** All of a field, ready to be copied, and shown from its start: selected forwards, it would show its end. */
export function selectWhole({ target }: FocusEvent<HTMLInputElement>): void {
  target.setSelectionRange(0, target.value.length, 'backward');
}
