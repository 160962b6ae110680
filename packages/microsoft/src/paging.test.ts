import { expect, it, vi } from 'vitest';
import { listAll } from './paging.ts';

it.each(['@odata.nextLink', '@odata.nextlink', '@ODATA.NEXTLINK', 'nextLink'])('follows %s', async (key) => {
  const next = vi.fn<(address: string) => Promise<{ value: number[] }>>(async () => ({ value: [3] }));
  expect(await listAll<number>(async () => ({ value: [1, 2], [key]: '/b?x=1' }), next)).toEqual([1, 2, 3]);
  expect(next.mock.calls).toEqual([['/b?x=1']]);
});

it('ends at a page without a link, whatever else its keys are', async () => {
  const never = () => Promise.reject(new Error('asked for more'));
  expect(await listAll(async () => ({ value: [1], '@odata.nextLink': '' }), never)).toEqual([1]);
  expect(await listAll(async () => ({ value: [1], '@odata.nextLink': null }), never)).toEqual([1]);
});

it('stops at pages that come back on themselves, and at pages without end', async () => {
  const shape = { code: 'upstream-shape' };
  await expect(
    listAll(
      async () => ({ value: [], nextLink: '/a' }),
      async () => ({ value: [], nextLink: '/a' }),
    ),
  ).rejects.toMatchObject(shape);
  let page = 0;
  const endless = async () => ({ value: [], nextLink: `/${(page += 1)}` });
  await expect(listAll(async () => ({ value: [], nextLink: '/0' }), endless)).rejects.toMatchObject(shape);
  expect(page).toBe(500);
});
