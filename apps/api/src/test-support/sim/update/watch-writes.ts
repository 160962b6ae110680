import type { World } from '@portico/twin/world';
import type { Organization, Row } from '@portico/twin/world/dataverse';
import { liveOf } from './small-world.ts';

/** One change set as it arrived. */
export interface Arrived {
  readonly operation: string;
  /** What the product calls it: `write 1 of 2`. */
  readonly name: string;
  readonly accepted: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the records that it is about. */
  readonly ids: readonly string[];
}

interface Means {
  readonly twin: World;
  /** The operation that is under way. */
  readonly operation: () => string;
  /** What the mark in a boundary stands for. */
  readonly nameOf: (mark: string) => string;
  readonly broken: (words: string) => void;
}

/** Milliseconds that a site is away for when it restarts. */
const away = 120_000;

type Rows = ReadonlyMap<string, Row>;

/** Judges each change set as it arrives: nothing that nobody has seen is written over, and none comes twice. */
export function watchWrites({ twin, operation, nameOf, broken }: Means) {
  const written: Arrived[] = [];
  let restarted: { readonly of: string; readonly at: number } | undefined;
  /** Rows as somebody saw them last, or as they were written since. */
  const known = new Map(rowsOf(liveOf(twin)));

  /** Rows as we wrote them last. */
  const wrote = new Map<string, Row>();

  const overwrittenBy = ({ method, id, columns }: Part, now: Rows): readonly string[] => {
    const [seen, ours, is] = [known.get(id), wrote.get(id), now.get(id)];
    if (!is || method === 'POST') return [];
    if (!seen) return [`${id}, which somebody made`];
    const meant = method === 'DELETE' ? Object.keys(is) : columns;
    return (
      meant
        .filter((column) => !noise.has(column) && saysOf(seen[column]) !== saysOf(is[column]))
        // Somebody took back themselves what they had done to what we wrote.
        .filter((column) => !ours || saysOf(ours[column]) !== saysOf(is[column]))
        .map((column) => `${column} of ${id}`)
    );
  };

  return {
    written,
    /** Once it is back nobody can tell whether it was away: until then nobody asks for it again. */
    restarted(status: number) {
      const [of, at] = [operation(), twin.clock.now().getTime()];
      if (status >= 300) return;
      if (restarted?.of === of && at - restarted.at < away) broken('restarted twice');
      restarted = { of, at };
    },
    /** Somebody has seen the site as it is. */
    seen() {
      known.clear();
      for (const [id, row] of rowsOf(liveOf(twin))) known.set(id, row);
    },
    /** @param of the operation that sent it */
    arrives(text: string, of: string) {
      const name = nameOf(/^--batch_(\S+)/.exec(text)?.[1] ?? '');
      const parts = partsOf(text);
      let [before, over]: [Rows, readonly string[]] = [new Map(), []];
      return {
        name,
        ids: parts.map(({ id }) => id),
        /** The last moment before it happens, or doesn't. */
        begins() {
          before = rowsOf(liveOf(twin));
          over = parts.flatMap((part) => overwrittenBy(part, before));
        },
        replied(status: number) {
          const accepted = status < 300;
          if (
            accepted &&
            written.some((each) => each.accepted && each.name === name && each.operation === of)
          )
            broken(`sent twice: ${name}`);
          const ids = [...text.matchAll(/\w+\(([0-9a-f-]{36})\)/g)].flatMap(([, id]) => id ?? []);
          written.push({ operation: of, name, accepted, at: twin.clock.now().getTime(), ids });
          if (!accepted) return;
          if (over.length > 0) broken(`written over what nobody has seen: ${over.join(', ')}`);
          const now = rowsOf(liveOf(twin));
          const touched = new Set(parts.map(({ id }) => id));
          for (const [id, row] of now)
            if (touched.has(id) || !before.has(id)) [known, wrote].forEach((rows) => rows.set(id, row));
          for (const id of touched) if (!now.has(id)) known.delete(id);
        },
      };
    },
  };
}
export type WriteWatch = ReturnType<typeof watchWrites>;

/** What each write moves, whatever it says. */
const noise = new Set(['versionnumber', 'modifiedon', '_modifiedby_value']);

/** A flag that nobody has set says no. */
const saysOf = (value: unknown): string => JSON.stringify(value ?? false);

/** All rows of a site's tables as they are, by id. */
function rowsOf({ tables }: Organization): Rows {
  const rows = Object.entries(tables).filter(
    ([set]) => /^(adx_|annotations)/.test(set) && !set.endsWith('_webroleset'),
  );
  return new Map(
    rows.flatMap(([set, all]) => {
      const key = `${set.replace(/e?s$/, '')}id`;
      return all.map((row) => [String(row[key]), { ...row }] as const);
    }),
  );
}

interface Part {
  readonly method: string;
  readonly id: string;
  /** That it writes, as rows have them. */
  readonly columns: readonly string[];
}

const request =
  /^(POST|PATCH|DELETE) \/api\/data\/v9\.2\/(\w+)(?:\(([0-9a-f-]{36})\))?(\/\S+)? HTTP\/1\.1\r\n([^]*?)(?=\r\n--)/gm;

/** The requests of a change set; those about relationships write no row. */
function partsOf(text: string): readonly Part[] {
  return [...text.matchAll(request)].flatMap(([, method = '', set = '', id, link, rest = '']): Part[] => {
    if (link) return [];
    const json = rest.slice(rest.indexOf('\r\n\r\n') + 4).trim();
    // The product's own requests hold JSON.
    const body = json.startsWith('{') ? (JSON.parse(json) as Row) : {};
    const made = body[`${set.replace(/e?s$/, '')}id`];
    const columns = Object.keys(body).map((name) =>
      name.replace(/^(\w+)@odata\.bind$/, (_, to: string) => `_${to.toLowerCase()}_value`),
    );
    return [{ method, id: id ?? String(made), columns }];
  });
}
