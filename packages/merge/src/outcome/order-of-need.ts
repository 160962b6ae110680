import type { Write } from '../plan.ts';

type Create = Extract<Write, { op: 'create' }>;

/**
 * New rows so that each comes after those it refers to. Where they refer to each other in a circle, one lookup is
 * written later.
 */
export function inOrderOfNeed(writes: readonly Write[]): { creates: Write[]; later: Write[] } {
  const news = new Map(
    writes.flatMap((write) => (write.op === 'create' ? [[write.id, write] as const] : [])),
  );
  const state = new Map<string, 'begun' | 'done'>();
  const [creates, later]: [Write[], Write[]] = [[], []];
  const place = (write: Create): void => {
    state.set(write.id, 'begun');
    const [refs, postponed]: [Record<string, string | null>, Record<string, string | null>] = [{}, {}];
    for (const [column, target] of Object.entries(write.refs ?? {})) {
      const needed = news.get(target ?? '');
      if (needed && !state.has(needed.id)) place(needed);
      (needed && state.get(needed.id) === 'begun' ? postponed : refs)[column] = target;
    }
    const { refs: _, ...rest } = write;
    creates.push({ ...rest, ...(Object.keys(refs).length > 0 && { refs }) });
    state.set(write.id, 'done');
    if (Object.keys(postponed).length === 0) return;
    const was = { refs: Object.fromEntries(Object.keys(postponed).map((column) => [column, null])) };
    later.push({ op: 'update', table: write.table, id: write.id, refs: postponed, was });
  };
  for (const write of news.values()) if (!state.has(write.id)) place(write);
  return { creates, later };
}
