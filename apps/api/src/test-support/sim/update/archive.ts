import type { Archived, Role, SiteArchive } from '../../../site-config/archive.ts';
import { memoryArchive } from '../../../site-config/test-support/memory-archive.ts';

/** What a run keeps of its site, with all that was ever kept, for whoever judges it. */
export function openArchive(now: () => Date, kept: <R extends Role>(role: R, content: Archived[R]) => void) {
  const archive = memoryArchive(now);
  const marks = new Map<string, string>();
  const texts: string[] = [];
  const last: { -readonly [R in Role]?: Archived[R] } = {};
  const own: SiteArchive = {
    ...archive,
    async keep(role, content) {
      const done = await archive.keep(role, content);
      texts.push(JSON.stringify(content));
      last[role] = content;
      kept(role, content);
      return done;
    },
    async seal() {
      const mark = await archive.seal();
      return (secret) => {
        const made = mark(secret);
        marks.set(made.slice(0, 24), secret);
        return made;
      };
    },
  };
  return {
    archive: own,
    texts,
    last: last as { readonly [R in Role]?: Archived[R] },
    /** What a mark stands for: `write 1 of 2`. */
    nameOf: (mark: string): string => marks.get(mark)?.replace(/^batch /, '') ?? mark,
  };
}
export type KeptArchive = ReturnType<typeof openArchive>;
