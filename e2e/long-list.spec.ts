import { expect, test } from './fixtures/gallery.ts';

test('a long list draws what is near, brings the rest when it is scrolled to, and is searched in a field', async ({
  page,
  gallery,
}) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(`${gallery}#runs-many`);
  const row = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await expect(row('Customer 1')).toHaveAttribute('aria-setsize', '60');
  expect(await page.getByRole('listitem').count()).toBeLessThan(60);

  await page.keyboard.press('End');
  await expect(row('Customer 60')).toBeInViewport();
  await expect(row('Customer 60')).toHaveAttribute('aria-posinset', '60');

  const find = page.getByLabel('Find a set-up');
  await find.fill('customer 42');
  await expect(page.getByRole('listitem')).toHaveText([/^Customer 42/]);
  await find.fill('nobody');
  await expect(page.getByText('No set-up has this in its name.')).toBeVisible();
  await find.fill('');
  await expect(row('Customer 1')).toBeVisible();
});

test('who stands on a row with the keyboard keeps it, however far the page is scrolled', async ({
  page,
  gallery,
}) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(`${gallery}#runs-many`);
  const link = page.getByRole('link', { name: 'Customer 1', exact: true });
  await link.focus();
  await page.mouse.wheel(0, 100_000);
  await expect(page.getByRole('link', { name: 'Customer 60', exact: true })).toBeInViewport();
  await expect(link).toBeFocused();
});
