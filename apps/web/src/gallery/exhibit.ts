import type { ReactNode } from 'react';

/** One state of one part. */
export interface Exhibit {
  readonly id: string;
  readonly title: string;
  /** A page of its own, with its own main. */
  readonly whole?: true;
  readonly draw: () => ReactNode;
}
