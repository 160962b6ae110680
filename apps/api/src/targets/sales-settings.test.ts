import { expect, test } from 'vitest';
import { salesSettings } from './sales-settings.ts';

const whole = {
  createproductswithoutparentinactivestate: true,
  oobpricecalculationenabled: false,
  discountcalculationmethod: 1,
  orderprefix: 'ORD',
};
const read = (row: object | undefined) => salesSettings(async () => (row ? [{ ...row }] : []));

test('the columns of an organization, by the names that people know', async () => {
  expect(await read(whole)).toEqual({
    activeProducts: true,
    systemPricing: false,
    discountPerUnit: true,
    orderPrefix: 'ORD',
  });
  expect(await read({ ...whole, orderprefix: null })).toMatchObject({ orderPrefix: '' });
});

test.each([
  ['no organization', undefined],
  ['a setting left out', { ...whole, createproductswithoutparentinactivestate: undefined }],
  ['a setting that is no yes and no no', { ...whole, oobpricecalculationenabled: 'maybe' }],
  ['a discount method that nobody has heard of', { ...whole, discountcalculationmethod: 7 }],
  ['a prefix that is no text', { ...whole, orderprefix: 7 }],
])('%s is not a no: it is an answer of the wrong shape', async (_, row) => {
  await expect(read(row)).rejects.toMatchObject({ code: 'upstream-shape' });
});
