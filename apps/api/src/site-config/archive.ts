import type { Plan } from '@portico/merge/plan';
import type { Snapshot } from '@portico/merge/snapshot';

/** The note that holds a web file's content; its version moves by itself. */
export interface FileNote {
  readonly id: string;
  readonly etag?: string;
}

/** A site as it was read: its records, and beside them what only writing to it needs. */
export interface Captured {
  readonly snapshot: Snapshot;
  /** By web file. */
  readonly notes: Readonly<Record<string, FileNote>>;
  /** Of a baseline after an update: the number of the last decision that went into it. It decides nothing any more. */
  readonly decided?: number;
  /** The site's name; of what came as a file or a folder, that one's. */
  readonly name?: string;
  /** Somebody gave it; it wasn't read from a site. */
  readonly imported?: { readonly from: 'file' | 'folder'; readonly by: string };
  /** Of a template that was chosen among the imported ones, or those of other set-ups: which one it is. */
  readonly kept?: string;
  /** Of a template that was chosen among those of other set-ups: the title of the one that has it. */
  readonly sharedBy?: string;
  /** Of a baseline that was read here: when the site was made, ISO 8601. Its template is no younger. */
  readonly made?: string;
  /** Of a baseline after an update: the kept template that was taken over. */
  readonly took?: string;
}

/** An update that was begun: what takes it back, and what it was made of. One that was taken back leaves one of its own. */
export interface AppliedUpdate {
  readonly plan: Plan;
  /** Of the baseline before it, and of the site and the template that it was planned with. */
  readonly baseline: string;
  readonly live: string;
  readonly template: string;
  /** The update before it that was in the site. */
  readonly former?: string;
  /** Of what took an update back: which one. It has no writes, and what was before that one is before it. */
  readonly takesBack?: string;
}

/** What is kept of a run's site, by what it is. */
export interface Archived {
  /** The site as the template made it: what an update is merged from. */
  readonly baseline: Captured;
  /** The site as it was looked at last. */
  readonly live: Captured;
  /** A site that the new template made, and nobody touched. */
  readonly template: Captured;
  /** What came as a file or a folder, to be chosen as the template. */
  readonly imported: Captured;
  readonly update: AppliedUpdate;
}
export type Role = keyof Archived;

export interface Kept<R extends Role> {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly content: Archived[R];
}

/** What something kept is known by: what it says, whenever it was read. A site is looked at often and changes seldom. */
export const identityOf = (content: Archived[Role]): string =>
  JSON.stringify(
    'snapshot' in content ? { ...content, snapshot: { ...content.snapshot, capturedAt: '' } } : content,
  );

/** What one run keeps of its site. The same content is kept once. */
export interface SiteArchive {
  keep<R extends Role>(role: R, content: Archived[R]): Promise<Kept<R>>;
  latest<R extends Role>(role: R): Promise<Kept<R> | undefined>;
  find<R extends Role>(role: R, id: string): Promise<Kept<R> | undefined>;
  /** The title of another set-up of this tenant that has kept a baseline or a template of this fingerprint. */
  seenAt(fingerprint: string): Promise<string | undefined>;
  /** A whole template that any set-up of this tenant has kept, as a template for this one. */
  shared(id: string): Promise<Kept<'template'> | undefined>;
  /** Files that are no text, by the SHA-256 of their bytes. */
  keepFile(hash: string, content: Buffer): Promise<void>;
  file(hash: string): Promise<Buffer | undefined>;
  /** Marks a secret so that only a change of it shows; by a key of the tenant that nobody else has. */
  seal(): Promise<(secret: string) => string>;
}
