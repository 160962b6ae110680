import type { FinanceEnvironment } from '../world/finance-operations.ts';
import type { Defect } from './defect.ts';

/** A value of the finance and operations environment that the story is about. */
const wrongValue = <Thing extends object, Key extends keyof Thing>(
  story: string,
  find: (environment: FinanceEnvironment) => Thing | undefined,
  key: Key,
  { right, wrong }: { readonly right: Thing[Key]; readonly wrong: Thing[Key] },
): Defect => ({
  story,
  set: ({ finance }, broken) => {
    const thing = finance.environments[0] && find(finance.environments[0]);
    if (thing?.[key] === (broken ? right : wrong)) thing[key] = broken ? wrong : right;
  },
});

const product =
  (company: string, number: string) =>
  ({ products }: FinanceEnvironment) =>
    products.find((each) => each.company === company && each.number === number);

export const salesUnitMissing = wrongValue(
  'A released product has no sales unit: copying the products ends with errors.',
  product('usmf', 'D0007'),
  'salesUnit',
  { right: 'ea', wrong: '' },
);

export const warehouseMissing = wrongValue(
  'A released product has no default warehouse.',
  product('demf', 'D0002'),
  'warehouse',
  { right: '21', wrong: '' },
);

export const orderNumbersAlike = wrongValue(
  'One company numbers its orders as Dataverse does.',
  ({ sequences }: FinanceEnvironment) => sequences.find(({ code }) => code === 'Sale_gbsi'),
  'format',
  { right: 'SO-#####', wrong: 'ORD-#####' },
);
