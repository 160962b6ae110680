import { findRenames } from './matching/find-renames.ts';
import { groupBy, type Local, localRecords } from './matching/local-records.ts';
import type { Match, Matching, MatchOptions, Question, Sides } from './matching/matching.ts';
import { byDepth, keyOf, keyRefs } from './matching/natural-key.ts';
import { pairUp } from './matching/pair-up.ts';
import type { SiteRecord } from './record.ts';
import { tableOf } from './tables/standard.ts';

/** Snapshots that can't be put side by side: names are localised, and the two data models have other tables. */
export class Incomparable extends Error {
  readonly differ: 'language' | 'model';

  constructor(differ: 'language' | 'model') {
    super(`These snapshots differ in their ${differ}, so their records can't be matched`);
    this.differ = differ;
  }
}

/**
 * Finds the same record on all sides: between baseline and live site by id, between them and the template by natural
 * keys, parents before children. Two provisionings of one template share no id (13 public exports: none in common).
 */
export function match({ base, ours, theirs }: Sides, { answers = {}, newId }: MatchOptions): Matching {
  for (const differ of ['language', 'model'] as const)
    if (base[differ] !== ours[differ] || ours[differ] !== theirs[differ]) throw new Incomparable(differ);
  const [before, now, next] = [base, ours, theirs].map(({ records }) =>
    records.filter(({ inactive }) => !inactive),
  );
  const { locals, ids } = localRecords(before ?? [], now ?? []);
  ids.set(base.website, ours.website);
  const run = new Run(locals, ids, answers, newId, [theirs.website, ours.website]);
  run.promise(next ?? []);
  for (const level of byDepth(next ?? [])) run.matchLevel(level);
  run.askForRenames();
  const inactive = ours.records
    .filter((record) => record.inactive)
    .map((record) => [record.id, record] as const);
  const result = run.result();
  return {
    ...result,
    strangers: new Set(theirs.records.map(({ id }) => id).filter((id) => !result.ids.theirs.has(id))),
    inferred: base.origin === 'inferred',
    inactive: new Map(inactive),
  };
}

/** One matching under way. */
class Run {
  readonly #locals: readonly Local[];
  readonly #base: ReadonlyMap<string, string>;
  readonly #answers: MatchOptions['answers'] & object;
  /** What somebody said is a certain record: nobody else takes it before. */
  readonly #promised = new Set<string>();
  readonly #newId: MatchOptions['newId'];
  readonly #byId: ReadonlyMap<string, Local>;
  readonly #byKey: ReadonlyMap<string, Local[]>;
  readonly #byNewKey: ReadonlyMap<string, Local[]>;
  /** From ids of the template to ours. */
  readonly #theirs: Map<string, string>;
  readonly #taken = new Map<string, SiteRecord>();
  readonly #added = new Map<string, SiteRecord>();
  readonly #questions: Question[] = [];
  readonly #leftOut = new Map<string, SiteRecord>();
  /** Of the template, and of the site: what waits for an answer. */
  readonly #asked = new Set<string>();

  constructor(
    locals: readonly Local[],
    base: ReadonlyMap<string, string>,
    answers: NonNullable<MatchOptions['answers']>,
    newId: MatchOptions['newId'],
    website: readonly [string, string],
  ) {
    this.#locals = locals;
    this.#base = base;
    this.#answers = answers;
    this.#newId = newId;
    this.#theirs = new Map([website]);
    this.#byId = new Map(locals.map((local) => [local.id, local]));
    this.#byKey = groupBy(locals, ({ key }) => key);
    this.#byNewKey = groupBy(
      locals.filter(({ renamed }) => renamed !== undefined),
      ({ renamed }) => renamed ?? '',
    );
  }

  /** Keeps what was answered for whom it was answered. */
  promise(records: readonly SiteRecord[]): void {
    for (const record of records) {
      const answer = this.#answers[record.id];
      if (answer !== undefined && this.#mayBe(record, answer)) this.#promised.add(answer);
    }
  }

  /** Records whose parents are matched already. */
  matchLevel(records: readonly SiteRecord[]): void {
    const open: SiteRecord[] = [];
    for (const record of records) {
      const answer = this.#answers[record.id];
      if (keyRefs(record).some((id) => this.#asked.has(id))) this.#asked.add(record.id);
      else if (keyRefs(record).some((id) => !this.#theirs.has(id))) this.#leftOut.set(record.id, record);
      else if (answer === 'new') this.#add(record);
      else if (answer !== undefined && this.#mayBe(record, answer)) this.#take(record, answer);
      else open.push(record);
    }
    // Both sides may have given it the same new name.
    for (const record of this.#pair(this.#pair(open, this.#byKey), this.#byNewKey)) this.#add(record);
  }

  /** An answer is for a record of the same table that nobody else is; another one is asked for again. */
  #mayBe({ table }: SiteRecord, id: string): boolean {
    const { base, ours } = this.#byId.get(id) ?? {};
    return (base ?? ours)?.table === table && !this.#taken.has(id);
  }

  /** @returns those that nobody here is called like */
  #pair(records: readonly SiteRecord[], index: ReadonlyMap<string, Local[]>): SiteRecord[] {
    const groups = groupBy(records, (record) => keyOf(record, (id) => this.#theirs.get(id) ?? id));
    return [...groups].flatMap(([key, theirs]) => {
      const locals = (index.get(key) ?? []).filter(
        ({ id }) => !this.#taken.has(id) && !this.#promised.has(id),
      );
      const { pairs, alone, unclear } = pairUp(theirs, locals, { base: this.#base, theirs: this.#theirs });
      for (const [record, local] of pairs) this.#take(record, local.id);
      if (unclear.theirs.length > 0) this.#ask('ambiguous', unclear.theirs, unclear.locals);
      return alone;
    });
  }

  /** What the template has by a new name: it would be deleted and made anew, and what people changed in it lost. */
  askForRenames(): void {
    const missing = this.#locals.filter(
      ({ id, base }) => base && !this.#taken.has(id) && !this.#asked.has(id),
    );
    const unknown = [...this.#added.values()].filter(({ id }) => this.#answers[id] === undefined);
    for (const [record, local] of findRenames(unknown, missing, this.#theirs, this.#base))
      this.#ask('renamed', [record], [local]);
  }

  result(): Omit<Matching, 'inactive' | 'inferred' | 'strangers'> {
    const local = this.#locals.filter(({ id }) => !this.#asked.has(id) && !this.#waits(id));
    const added = [...this.#added].filter(([, { id }]) => !this.#asked.has(id) && !this.#builds(id));
    return {
      matches: [
        ...local.map(({ id, base, ours }): Match => {
          const theirs = this.#taken.get(id);
          return { id, ...(base && { base }), ...(ours && { ours }), ...(theirs && { theirs }) };
        }),
        ...added.map(([id, theirs]): Match => ({ id, theirs })),
      ],
      questions: this.#questions,
      leftOut: [...this.#leftOut.values()],
      ids: { base: this.#base, theirs: this.#theirs },
    };
  }

  #take(record: SiteRecord, id: string): void {
    this.#taken.set(id, record);
    this.#theirs.set(record.id, id);
  }

  #add(record: SiteRecord): void {
    if (tableOf(record.table).global) {
      this.#leftOut.set(record.id, record);
      return;
    }
    const id = this.#newId(record);
    this.#added.set(id, record);
    this.#theirs.set(record.id, id);
  }

  #ask(kind: Question['kind'], theirs: readonly SiteRecord[], locals: readonly Local[]): void {
    const [ids, candidates] = [theirs.map(({ id }) => id), locals.map(({ id }) => id)];
    this.#questions.push({ kind, table: theirs[0]?.table ?? '', theirs: ids, candidates });
    for (const id of [...ids, ...candidates]) this.#asked.add(id);
  }

  /** Whether a record of the site lies below one that is asked about; its counterpart can't be known before. */
  #waits(id: string, steps = 0): boolean {
    const { base, ours } = this.#byId.get(id) ?? {};
    const record = base ?? ours;
    if (!record || steps > 100 || this.#asked.size === 0) return false;
    const parents = keyRefs(record).map((parent) => this.#base.get(parent) ?? parent);
    return parents.some((parent) => this.#asked.has(parent) || this.#waits(parent, steps + 1));
  }

  /** The same for a record of the template. */
  #builds(id: string, steps = 0): boolean {
    const record = this.#added.get(this.#theirs.get(id) ?? '');
    if (!record || steps > 100 || this.#asked.size === 0) return false;
    return keyRefs(record).some((parent) => this.#asked.has(parent) || this.#builds(parent, steps + 1));
  }
}
