import { createHash } from 'node:crypto';
import type { Archived, Kept, Role, SiteArchive } from '../archive.ts';

/** An archive without a store, for tests that are about something else. */
export function memoryArchive(now: () => Date = () => new Date()): SiteArchive {
  const kept: { role: Role; id: string; at: string; text: string }[] = [];
  const files = new Map<string, Buffer>();
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const opened = <R extends Role>(_role: R, found: (typeof kept)[number] | undefined): Kept<R> | undefined =>
    // Written below, from a value of this type.
    found && { id: found.id, at: found.at, content: JSON.parse(found.text) as Archived[R] };
  return {
    async keep(role, content) {
      const text = JSON.stringify(content);
      const before = kept.findLast((each) => each.role === role);
      const at = now().toISOString();
      if (before?.text === text) before.at = at;
      else kept.push({ role, at, text, id: `${hash(`${role} ${text}`)}-${kept.length}` });
      return { id: before?.text === text ? before.id : (kept.at(-1)?.id ?? ''), at, content };
    },
    latest: async (role) =>
      opened(
        role,
        kept.findLast((each) => each.role === role),
      ),
    find: async (role, id) =>
      opened(
        role,
        kept.find((each) => each.role === role && each.id === id),
      ),
    seenAt: async () => undefined,
    keepFile: async (name, content) => void files.set(name, content),
    file: async (name) => files.get(name),
    seal: async () => (secret) => hash(`of a test ${secret}`),
  };
}
