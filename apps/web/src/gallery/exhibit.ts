import type { ReactNode } from 'react';

/** One state of one part. */
export interface Exhibit {
  readonly id: string;
  readonly title: string;
  readonly draw: () => ReactNode;
}
