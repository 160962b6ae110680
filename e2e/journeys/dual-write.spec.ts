import { expect, test } from '../fixtures/product.ts';
import { beginSetUp } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

const press = 'button';

test('solutions that were never applied are applied, one after the other, and then the maps are there', async ({
  page,
  product,
}) => {
  await product.control.scenario('never-applied');
  await signIn(page, product.address);
  await beginSetUp(page, 'Never applied');
  await page.getByRole(press, { name: 'Use this environment' }).click();
  await page.getByRole(press, { name: 'Continue to Dual-write' }).click();
  const finding = page.getByRole('listitem').filter({ hasText: 'doesn’t have their maps' });
  await expect(finding).toHaveCount(1);
  await expect(finding).toContainText('CDS released distinct products');
  await page.getByRole(press, { name: 'Apply 3 map solutions' }).click();
  await page.getByRole(press, { name: 'Continue to Table maps' }).click({ timeout: 90_000 });
  await expect(page.getByRole(press, { name: 'Check the maps with this choice' })).toBeEnabled();
  const writes = (await product.control.writes()).map(({ endpoint }) => endpoint);
  expect(writes).toEqual(Array(3).fill('applySolution'));
});

test('a gateway that isn’t where the record says is asked where a person says it is', async ({
  page,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  await product.control.switches({ recordedIsland: 'without-gateway' });
  await signIn(page, product.address);
  await beginSetUp(page, 'Another gateway');
  await page.getByRole(press, { name: 'Use this environment' }).click();
  await page.getByRole(press, { name: 'Continue to Dual-write' }).click();
  await expect(page.getByRole('main').getByText('No dual-write gateway answered')).toBeVisible();

  const field = page.getByLabel('Another address');
  await field.fill('https://example.com/dualWrite');
  await page.getByRole(press, { name: 'Ask at this address' }).click();
  await expect(page.getByText('This isn’t the address of a dual-write gateway')).toBeVisible();
  const asked = await page.getByText(/^We ask at http/).textContent();
  const wrong = /http\S+?localhost:\d+/.exec(asked ?? '')?.[0] ?? '';
  await field.fill(`${wrong.replace('eu-il999', 'eu-il107')}/api/DualWriteManagement/1.0/Version`);
  await page.getByRole(press, { name: 'Ask at this address' }).click();
  await expect(page.getByRole(press, { name: 'Continue to Table maps' })).toBeEnabled();
  // Folded away again, and still to be seen.
  await page.getByRole(press, { name: 'Address of the dual-write gateway' }).click();
  await expect(page.getByText('as it was given here')).toBeVisible();
  await product.control.switches({ recordedIsland: 'right' });
});
