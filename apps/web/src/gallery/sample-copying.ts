import type { RunEvent } from '@portico/plan/event';
import type { Values } from '@portico/plan/text';

const total = 9;
const said = (id: string, values: Values): RunEvent => ({
  type: 'operation-said',
  operation: 'o-copy',
  says: { id, values },
});

const begun = (driver: 'automatic' | 'guided', left: Values): readonly RunEvent[] => [
  { type: 'operation-started', operation: 'o-copy', action: 'start-maps', driver, changes: [], key: 'copy' },
  said('start-maps.expecting', { maps: 9, rows: 80_312, ...left }),
];
const before = { atLeast: 36_000, atMost: 83_000 };

const copied = (number: number, name: string, rows: number, more: Values): RunEvent =>
  said('start-maps.copied', { name, number, total, rows, ...more });

const maps: readonly RunEvent[] = [
  copied(1, 'Legal entities (cdm_companies)', 2, { took: 34, expected: 2, least: 20, most: 240 }),
  copied(2, 'Sites (msdyn_operationalsites)', 14, { took: 61 }),
  copied(3, 'Customer groups (msdyn_customergroups)', 15, { expected: 15, least: 36, most: 375 }),
];

const accounts = 'Customers V3 (accounts)';

/** A large table is being copied, company by company: reckoned so many seconds ahead, or not at all. */
export const copying = (left?: {
  readonly atLeast: number;
  readonly atMost: number;
}): readonly RunEvent[] => [
  ...begun('automatic', left ? before : {}),
  ...maps,
  {
    type: 'operation-waiting',
    operation: 'o-copy',
    for: 'upstream',
    says: {
      id: 'start-maps.counting',
      values: {
        name: accounts,
        number: 4,
        total,
        rows: 31_420,
        expected: left ? 75_802 : 0,
        ended: 1,
        companies: 3,
        'company Contoso Entertainment System Germany': 592,
        'company Contoso Entertainment System USA': 30_828,
        'company Contoso Retail Services UK': 0,
        ...left,
      },
    },
    next: new Date(Date.now() + 12_000).toISOString(),
    usually: left ? left.atMost * 0.7 : 600,
  },
];

/** All of it is over. */
export const copiedAll: readonly RunEvent[] = [
  ...begun('automatic', before),
  ...maps,
  copied(4, accounts, 75_790, { took: 61_300, expected: 75_802, least: 32_500, most: 76_200 }),
  copied(5, 'Customers V3 (contacts)', 150, { took: 140, expected: 150, least: 84, most: 510 }),
  said('start-maps.there', { name: 'Units (uoms)', number: 6, total }),
  { type: 'operation-finished', operation: 'o-copy', outcome: 'done' },
];

/** A person did it: what was expected is known, and how long it took only as it was seen. */
export const copiedByHand: readonly RunEvent[] = [
  ...begun('guided', before),
  { type: 'operation-finished', operation: 'o-copy', outcome: 'done' },
];
