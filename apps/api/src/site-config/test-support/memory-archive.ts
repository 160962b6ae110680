import { type Archived, identityOf, type Kept, type Role, type SiteArchive } from '../archive.ts';
import { sha256 } from '../fingerprint.ts';

/** An archive without a store, for tests that are about something else. */
export function memoryArchive(now: () => Date = () => new Date()): SiteArchive {
  const kept: { role: Role; id: string; at: string; identity: string; text: string }[] = [];
  const files = new Map<string, Buffer>();
  const opened = <R extends Role>(_role: R, found: (typeof kept)[number] | undefined): Kept<R> | undefined =>
    // Written below, from a value of this type.
    found && { id: found.id, at: found.at, content: JSON.parse(found.text) as Archived[R] };
  return {
    async keep(role, content) {
      const identity = identityOf(content);
      const before = kept.findLast((each) => each.role === role);
      const at = now().toISOString();
      if (before?.identity === identity) {
        before.at = at;
        return { id: before.id, at, content };
      }
      const id = `${sha256(`${role} ${identity}`)}-${kept.length}`;
      kept.push({ role, at, identity, text: JSON.stringify(content), id });
      return { id, at, content };
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
    shared: async () => undefined,
    keepFile: async (name, content) => void files.set(name, content),
    file: async (name) => files.get(name),
    seal: async () => (secret) => sha256(`of a test ${secret}`),
  };
}
