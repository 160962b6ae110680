import type { Plant } from './plant-source.ts';

const writing = 'apps/api/src/operations/unanswered.ts';
const steps = 'apps/api/src/test-support/sim/durable-verbs.ts';

/** A POST without an answer goes out again, without the looks that come before another one. */
export const sendsAgain = [
  { file: writing, from: "if (!isDue(before)) throw new Problem('outcome-unknown');", to: '' },
  { file: writing, from: 'const left = settles - seconds;', to: 'const left = settles - Infinity;' },
];

/** A check is believed whatever it found. */
export const believesAnyProof = {
  file: 'apps/api/src/plan/perform.ts',
  from: 'holds(looked.get(id)?.finding)',
  to: 'Boolean(looked)',
};

/** What can be wrong with how a write is kept, whatever is written. */
export const ofWriting = {
  'forgets-unknown-outcomes': {
    says: 'A write without an answer is noted as one that has not happened.',
    edits: [
      {
        file: writing,
        from: "if (!(error instanceof Problem) || error.code !== 'outcome-unknown') await tries.lower();",
        to: 'await tries.lower();',
      },
    ],
  },
  'keeps-found-writes-secret': {
    says: 'A write that lost its answer and is found later does not reach the journal.',
    edits: [{ file: writing, from: 'let wrote = unanswered > 0;', to: 'let wrote = false;' }],
  },
  'forgets-notes': {
    says: 'A crash in the middle of a write leaves no trace.',
    edits: [
      {
        file: steps,
        from: 'const change = async (by: number) => {',
        to: 'const old = kept().count;\n  const change = async (by: number) => {',
      },
      { file: steps, from: 'count: kept().count, seconds', to: 'count: kept().count - old, seconds' },
    ],
  },
} satisfies Record<string, Plant>;
