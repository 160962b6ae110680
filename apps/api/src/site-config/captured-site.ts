import type { Captured, SiteArchive } from './archive.ts';
import type { DataverseClient, TableShape } from './table-shape.ts';

export interface CaptureOf {
  readonly environment: string;
  /** The record of the website; an environment may hold several. */
  readonly website: string;
  /** What Power Pages says of its data model; that isn't documented. */
  readonly dataModel?: string | null | undefined;
  readonly at: Date;
}

export interface CapturedSite extends Captured {
  /** What writing needs to know of the tables; of a model that isn't written, nothing. */
  readonly shapes: ReadonlyMap<string, TableShape>;
}

export type CaptureSite = (
  client: DataverseClient,
  of: CaptureOf,
  archive: Pick<SiteArchive, 'keepFile' | 'seal'>,
) => Promise<CapturedSite>;
