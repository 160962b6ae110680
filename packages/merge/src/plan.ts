import type { Scalar, SiteRecord } from './record.ts';

/** Values to write; null takes one away. */
export interface Values {
  readonly fields?: Readonly<Record<string, Scalar | null>>;
  readonly refs?: Readonly<Record<string, string | null>>;
  /** Of a web file. Bytes that are known by their hash are those of the template's file. */
  readonly body?: NonNullable<SiteRecord['body']> | null;
}

/** One write to the live environment; every id in it is one of that environment. */
export type Write = { readonly table: string; readonly id: string } & (
  | ({
      readonly op: 'create';
      /** The portal makes a page for each language by itself when a root page is created: look for it before. */
      readonly mayExist?: true;
    } & Values)
  /** `was`: the same columns before, as they were read. `etag`: of the row as it was read. */
  | ({ readonly op: 'update'; readonly etag?: string; readonly was: Values } & Values)
  /** Rows of a many-to-many relationship. They don't move the row's version, so read them again before. */
  | {
      readonly op: 'link';
      readonly relationship: string;
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | { readonly op: 'deactivate' | 'reactivate'; readonly etag?: string }
  /** Only of what a plan created, when it is taken back. */
  | { readonly op: 'delete'; readonly etag?: string }
);

/** In an order in which each write finds what it refers to. */
export interface Plan {
  readonly writes: readonly Write[];
}

/** The plan that takes a plan back. Its rows' versions are those that applying gave them; whoever applied knows. */
export function undoPlan({ writes }: Plan): Plan {
  return { writes: writes.map(undoOf).toReversed() };
}

function undoOf(write: Write): Write {
  const { table, id } = write;
  switch (write.op) {
    case 'create':
      return { op: 'delete', table, id };
    case 'delete':
      throw new Error('What was deleted is gone; a plan that takes another back is not taken back itself');
    case 'update': {
      const { fields, refs, body, was } = write;
      return {
        op: 'update',
        table,
        id,
        ...was,
        was: { ...(fields && { fields }), ...(refs && { refs }), ...(body !== undefined && { body }) },
      };
    }
    case 'link':
      return { ...write, add: write.remove, remove: write.add };
    case 'deactivate':
      return { op: 'reactivate', table, id };
    case 'reactivate':
  }
  return { op: 'deactivate', table, id };
}

/** What the records are once a plan is applied: what a dry run shows, and what a reading afterwards must find. */
export function applyPlan(records: readonly SiteRecord[], { writes }: Plan): SiteRecord[] {
  const all = new Map(records.map((record) => [record.id, record]));
  for (const write of writes) {
    if (write.op === 'delete') all.delete(write.id);
    else all.set(write.id, applyWrite(all.get(write.id), write));
  }
  return [...all.values()];
}

function applyWrite(before: SiteRecord | undefined, write: Exclude<Write, { op: 'delete' }>): SiteRecord {
  const { table, id } = write;
  const { etag: _, ...row }: SiteRecord = before ?? { table, id, fields: {}, refs: {}, sets: {} };
  switch (write.op) {
    case 'create':
    case 'update': {
      const { body: now, ...rest } = row;
      const body = write.body === undefined ? now : write.body;
      return {
        ...rest,
        fields: put(row.fields, write.fields ?? {}),
        refs: put(row.refs, write.refs ?? {}),
        ...(body && { body }),
      };
    }
    case 'link': {
      const { [write.relationship]: members = [], ...others } = row.sets;
      const left = members.filter((each) => !write.remove.includes(each) && !write.add.includes(each));
      const linked = [...left, ...write.add].sort();
      return { ...row, sets: linked.length > 0 ? { ...others, [write.relationship]: linked } : others };
    }
    case 'deactivate':
      return { ...row, inactive: true };
    case 'reactivate':
  }
  const { inactive: __, ...active } = row;
  return active;
}

function put<T>(
  before: Readonly<Record<string, T>>,
  values: Readonly<Record<string, T | null>>,
): Record<string, T> {
  const after = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(values)) {
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  return Object.fromEntries(after);
}
