import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotAddress } from './address.ts';
import { nextBaseline } from './baseline.ts';
import { canonicalJson } from './canonical/canonical-json.ts';
import { decide } from './decide.ts';
import { match } from './match.ts';
import type { Sides } from './matching/matching.ts';
import { type MergedRecord, mergeRecord } from './merge-record.ts';
import { mergeSite } from './merge-site.ts';
import { undecided } from './outcome/decisions.ts';
import { applyPlan, undoPlan } from './plan.ts';
import { planWrites } from './plan-writes.ts';
import type { SiteRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';
import { edited, edits, ownEdits } from './test-support/some-edits.ts';
import { hash, newId, provisioned, snapshotOf } from './test-support/some-sites.ts';
import { ticked } from './test-support/ticked.ts';

const site = snapshotOf('ours');
const template = (of: Snapshot) => provisioned(of, 'reference');
const runs = { numRuns: 60 };

/** Merges with every tick given, and a rule for what conflicts. */
function merged(sides: Sides, take: 'mine' | 'theirs' = 'mine') {
  const answers = answersFor(sides);
  const matching = match(sides, { newId, answers });
  const result = mergeSite(matching);
  const decision = decide(result, ticked(result, { ...undecided, rules: [{ take }] }));
  const open = decision.open.filter(({ why }) => why !== 'refers-to-gone');
  return { matching, result, decision, open, plan: () => planWrites({ ...decision, open }) };
}

/** What seems renamed is new; which says nothing of whether that would be right. */
function answersFor(sides: Sides): Record<string, 'new'> {
  const { questions } = match(sides, { newId });
  return Object.fromEntries(questions.flatMap(({ theirs }) => theirs.map((id) => [id, 'new'] as const)));
}

const bare = (records: readonly SiteRecord[]) =>
  canonicalJson(
    [...records].map(({ etag: _, ...row }) => row).sort((one, other) => (one.id < other.id ? -1 : 1)),
  );

describe('the laws of the merge, over sites of two environments', () => {
  test('what only we changed stays as it is', () => {
    fc.assert(
      fc.property(ownEdits, (mine) => {
        const { plan, open } = merged({ base: site, ours: edited(site, mine), theirs: template(site) });
        expect({ open, writes: plan().writes }).toEqual({ open: [], writes: [] });
      }),
      runs,
    );
  });

  test('what only the template changed is taken over, whole', () => {
    fc.assert(
      fc.property(edits, (yours) => {
        const theirs = template(edited(site, yours));
        const { plan, result } = merged({ base: site, ours: site, theirs });
        const conflicts = result.records
          .flatMap(({ cells }) => Object.values(cells))
          .filter(({ state }) => state === 'conflict');
        const after = applyPlan(site.records, plan()).filter(({ inactive }) => !inactive);
        expect(conflicts).toEqual([]);
        expect(snapshotAddress({ ...site, records: after }, hash)).toBe(snapshotAddress(theirs, hash));
      }),
      runs,
    );
  });

  test('what both changed alike changes nothing', () => {
    fc.assert(
      fc.property(ownEdits, (both) => {
        const ours = edited(site, both);
        const { plan, open } = merged({ base: site, ours, theirs: template(ours) });
        expect({ open, writes: plan().writes }).toEqual({ open: [], writes: [] });
      }),
      runs,
    );
  });

  test('with the sides mirrored the result is mirrored, record by record', () => {
    fc.assert(
      fc.property(ownEdits, ownEdits, (mine, yours) => {
        const [ours, theirs] = [edited(site, mine), edited(site, yours)];
        const everybody = [...site.records, ...ours.records, ...theirs.records];
        const same = new Map(everybody.map(({ id }) => [id, id]));
        const around = {
          ids: { base: same, theirs: same },
          inactive: new Map(),
          inferred: false,
          strangers: new Set<string>(),
        };
        const at = ({ records }: Snapshot, id: string) => records.find((one) => one.id === id);
        for (const id of same.keys()) {
          const [base, one, other] = [at(site, id), at(ours, id), at(theirs, id)];
          const there = mergeRecord(
            { id, ...(base && { base }), ...(one && { ours: one }), ...(other && { theirs: other }) },
            around,
          );
          const back = mergeRecord(
            { id, ...(base && { base }), ...(other && { ours: other }), ...(one && { theirs: one }) },
            around,
          );
          expect(gist(back)).toEqual(gist(there, mirrored));
        }
      }),
      runs,
    );
  });

  test('applied, it is taken back to the byte', () => {
    fc.assert(
      fc.property(ownEdits, edits, fc.constantFrom('mine', 'theirs'), (mine, yours, take) => {
        const ours = windows(edited(site, mine));
        const plan = merged({ base: site, ours, theirs: template(edited(site, yours)) }, take).plan();
        expect(bare(applyPlan(applyPlan(ours.records, plan), undoPlan(plan)))).toBe(bare(ours.records));
      }),
      runs,
    );
  });

  test('applied twice it is as applied once, and the next merge of the same template has nothing to do', () => {
    fc.assert(
      fc.property(ownEdits, edits, fc.constantFrom('mine', 'theirs'), (mine, yours, take) => {
        const [ours, theirs] = [edited(site, mine), template(edited(site, yours))];
        const { plan, matching } = merged({ base: site, ours, theirs }, take);
        const once = applyPlan(ours.records, plan());
        expect(bare(applyPlan(once, plan()))).toBe(bare(once));
        const base = nextBaseline(ours, theirs, matching, '2026-11-25T00:00:00Z');
        const again = merged({ base, ours: { ...ours, records: once }, theirs }, take);
        expect(again.open).toEqual([]);
        expect(again.plan().writes).toEqual([]);
      }),
      runs,
    );
  });

  test('no id of another environment is in what is written', () => {
    fc.assert(
      fc.property(ownEdits, edits, (mine, yours) => {
        const theirs = template(edited(site, yours));
        const text = JSON.stringify(
          merged({ base: site, ours: edited(site, mine), theirs }, 'theirs').plan(),
        );
        expect(theirs.records.filter(({ id }) => text.includes(id))).toEqual([]);
      }),
      runs,
    );
  });
});

const mirrored: Readonly<Record<string, string>> = { ours: 'theirs', theirs: 'ours' };

/** Who changed what in a record; the sides by other names when they are given. */
const gist = ({ state, change, cells }: MergedRecord, names: Readonly<Record<string, string>> = {}) => ({
  state: names[state] ?? state,
  change,
  cells: Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, names[cell.state] ?? cell.state]),
  ),
});

/** The same site, its texts with the line ends of Windows. */
function windows(of: Snapshot): Snapshot {
  const records = of.records.map((record) => ({
    ...record,
    fields: Object.fromEntries(
      Object.entries(record.fields).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replaceAll('\n', '\r\n') : value,
      ]),
    ),
  }));
  return { ...of, records };
}
