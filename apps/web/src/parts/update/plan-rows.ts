import type { UpdateOverview, UpdatePlanFile, UpdateRecord } from '@portico/contract/update';
import { isGuarded } from '@portico/merge/outcome/guard';
import type { Values } from '@portico/merge/plan';
import { diff } from '@portico/merge/text/diff';
import { interned, Interner, linesOf } from '@portico/merge/text/intern';
import type { RunState } from '@portico/plan/reduce';
import type { IntlShape } from 'react-intl';
import { decidedOf } from '../../data/use-decisions.ts';
import { planWords as words } from './plan-words.ts';
import { outcomeWords, subjectWords, titlesOf } from './choice-words.ts';
import { cellName } from './cell-names.ts';
import { valueWords } from './value-words.ts';
import { tableName } from './table-names.ts';

type Write = UpdatePlanFile['writes'][number];
type Decided = ReturnType<typeof decidedOf>;

/** What changes in one column: in a word, or line by line. */
export interface PlanChange {
  readonly says: string;
  readonly lines: readonly string[];
}
/** One record that is written, as somebody reads it who approves changes. */
export interface PlanRow {
  readonly kind: string;
  readonly record: string;
  readonly where: string;
  readonly happens: string;
  readonly changes: readonly PlanChange[];
  readonly decided: readonly string[];
  readonly risk: string;
}
interface Of {
  readonly plan: UpdatePlanFile;
  readonly overview: Pick<UpdateOverview, 'records' | 'questions' | 'outdated'>;
  readonly choices: RunState['choices'];
}

/** What was decided, but for what says something else now. */
const countingIn = ({ overview, choices }: Pick<Of, 'overview' | 'choices'>): Decided =>
  decidedOf(choices, 'update').filter(({ key }) => !overview.outdated.includes(key));

/** Each record once, in the order in which it is written. */
export function planRows(intl: IntlShape, { plan, overview, choices }: Of): readonly PlanRow[] {
  const decided = countingIn({ overview, choices });
  const known = new Map(overview.records.map((record) => [record.id, record]));
  return [...Map.groupBy(plan.writes, ({ id }) => id)].flatMap(([id, writes]): PlanRow[] => {
    const [first] = writes;
    if (!first) return [];
    const { table, record, where = '', op } = first;
    const shown = known.get(id);
    return [
      {
        kind: tableName(intl, table),
        record,
        where,
        happens: intl.formatMessage(words.happens, { op }),
        changes: writes.flatMap((write) => changesOf(intl, write, plan.names)),
        decided: whoDecided(intl, decided, first, shown !== undefined && shown.conflicts > 0),
        risk: intl.formatMessage(words.risk, { why: riskOf(first, shown), table }),
      },
    ];
  });
}

type Risk = 'rights' | 'less' | 'away' | 'new' | 'both' | 'none';

/** @param record as the overview has it; undefined once the update is in the site */
function riskOf({ table, record: title, op }: Write, record: UpdateRecord | undefined): Risk {
  // Nobody is asked about what lets people do less.
  if (isGuarded(table, title)) return record && !record.tick ? 'less' : 'rights';
  if (op === 'deactivate') return 'away';
  if (op === 'create') return 'new';
  return record && record.conflicts > 0 ? 'both' : 'none';
}

/** Who decided about this record; about many at once with it; or nobody, as the template alone has it so. */
function whoDecided(intl: IntlShape, all: Decided, of: Write, asked: boolean): readonly string[] {
  const own = all.filter(({ choice }) =>
    choice.kind === 'same' ? choice.is === of.id : 'record' in choice && choice.record === of.id,
  );
  const rule = (table: string | undefined) =>
    all.find(({ choice }) => choice.kind === 'rule' && choice.table === table);
  const many = asked
    ? (rule(of.table) ?? (isGuarded(of.table, of.record) ? undefined : rule(undefined)))
    : undefined;
  const counts = own.length > 0 ? own : many ? [many] : [];
  if (counts.length === 0) return [intl.formatMessage(words.nobody, { op: of.op })];
  return counts.map((each) => decidedWords(intl, each));
}

/** Who decided when, and what: of a record with several columns also which. */
const decidedWords = (intl: IntlShape, { choice, by, at }: Decided[number]): string =>
  intl.formatMessage(words.decided, {
    who: by?.name ?? '–',
    at: new Date(at),
    many: choice.kind === 'rule' ? 'yes' : 'no',
    cell: choice.kind === 'cell' ? cellName(intl, choice.cell) : 'all',
    what: outcomeWords(intl, choice),
  });

/** What somebody wanted to stay as it is on the site: nothing of it is written, and who approves asks for it. */
export function keptRows(
  intl: IntlShape,
  { overview, choices }: Pick<Of, 'overview' | 'choices'>,
): readonly { readonly about: string; readonly decided: string }[] {
  const titles = titlesOf(overview);
  return countingIn({ overview, choices }).flatMap((each) => {
    const { choice } = each;
    const stays = choice.kind === 'tick' ? !choice.allow : 'take' in choice && choice.take === 'mine';
    if (!stays) return [];
    return [{ about: subjectWords(intl, choice, titles), decided: decidedWords(intl, each) }];
  });
}

function changesOf(intl: IntlShape, write: Write, names: UpdatePlanFile['names']): readonly PlanChange[] {
  if (write.op === 'link') {
    const list = (ids: readonly string[]) => valueWords(intl, '', ids, names);
    const { add, remove, relationship } = write;
    const values = { cell: cellName(intl, relationship), added: list(add), removed: list(remove) };
    return [
      {
        says: intl.formatMessage(words.linked, { ...values, add: add.length, remove: remove.length }),
        lines: [],
      },
    ];
  }
  if (write.op !== 'create' && write.op !== 'update') return [];
  const was = valuesIn(write.op === 'update' ? write.was : {});
  return [...valuesIn(write)].map(([name, after]) => {
    // A flag that is taken away is off.
    const off = typeof (was.get(name) ?? after) === 'boolean' ? false : undefined;
    const say = (value: unknown) => valueWords(intl, name, value ?? off, names);
    return change(intl, cellName(intl, name), write.op === 'create' ? '' : say(was.get(name)), say(after));
  });
}

/** By column; of a file its text, or the hash that tells that it is another one. */
function valuesIn({ fields = {}, refs = {}, body }: Values): ReadonlyMap<string, unknown> {
  const held = body && ('text' in body ? body.text : body.hash);
  return new Map<string, unknown>([
    ...Object.entries(fields),
    ...Object.entries(refs),
    ...(held === undefined ? [] : [['body', held] as const]),
  ]);
}

const short = (text: string): boolean => text.length <= 80 && !text.includes('\n');

function change(intl: IntlShape, cell: string, before: string, after: string): PlanChange {
  if (short(before) && short(after))
    return {
      says: intl.formatMessage(words.value, {
        cell,
        had: before ? 'yes' : 'no',
        before,
        after: after || '–',
      }),
      lines: [],
    };
  const [a, b] = [before, after].map((text) => linesOf(text.replace(/\r\n?/g, '\n')));
  const hunks = diff(interned(a ?? []), interned(b ?? []), new Interner());
  const lines = hunks.flatMap(({ from, to, start, end }) => [
    ...(a ?? []).slice(from, to).map((line) => `− ${line.trimEnd()}`),
    ...(b ?? []).slice(start, end).map((line) => `+ ${line.trimEnd()}`),
  ]);
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return {
    says: intl.formatMessage(words.text, {
      cell,
      gone: count('−'),
      come: count('+'),
    }),
    lines,
  };
}
