// A template that was read at one customer comes to the next as a file, and what isn't one is said.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { beginSetUp, chooseEnvironment } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

// Templates that other journeys met, in a time that ran ahead, would be the newer ones.
test.use({ story: 'templates' });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function openStep(page: Page, title: string): Promise<void> {
  await beginSetUp(page, title);
  await chooseEnvironment(page);
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await steps.getByRole('link', { name: /^New template/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New template' })).toBeVisible();
}

test('a template goes from one set-up to the next as a file, and is known again', async ({
  page,
  product,
}) => {
  await product.control.scenario('customised-site');
  await signIn(page, product.address);
  await openStep(page, 'Fabrikam');
  await page.getByText('Contoso Sandbox', { exact: true }).click();
  await page.getByText('Contoso reference', { exact: true }).click();
  await button(page, /^Compare with “/).click();
  await expect(button(page, 'Go to the first that needs you')).toBeVisible({ timeout: 60_000 });
  await button(page, 'Snapshots of this site').click();
  const downloading = page.waitForEvent('download');
  await button(page, 'Download the snapshot: the new template').click();
  const saved = await (await downloading).path();

  await page.goto(product.address);
  await openStep(page, 'The next one');
  await page.getByText('From a file', { exact: true }).click();
  const file = page.getByLabel('Snapshot file', { exact: true });
  await file.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByRole('alert')).toContainText('can read: notes.json');
  await file.setInputFiles(saved);
  await expect(page.getByRole('status').filter({ hasText: 'fingerprint' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await button(page, 'Compare with this template').click();
  await expect(button(page, 'Go to the first that needs you')).toBeVisible({ timeout: 60_000 });
  await expect(button(page, /from a file.*the same template as at “Fabrikam”/)).toBeVisible();
});

test('a template that another set-up has read is proposed for the next site, and compared without reading it anew', async ({
  page,
  product,
}) => {
  await product.control.scenario('customised-site');
  await signIn(page, product.address);
  await openStep(page, 'Adatum');
  await page.getByText('Contoso Sandbox', { exact: true }).click();
  await page.getByText('Contoso reference', { exact: true }).click();
  await button(page, /^Compare with “/).click();
  await expect(button(page, 'Go to the first that needs you')).toBeVisible({ timeout: 60_000 });

  // Looking is enough for its site to be kept, even beside a reference site that doesn’t suit.
  await page.goto(product.address);
  await openStep(page, 'Northwind');
  await page.getByText('Contoso Sandbox Germany', { exact: true }).click();
  await page.getByText('Contoso Aufträge', { exact: true }).click();
  await button(page, /^Compare with “/).click();
  await expect(page.getByText(/made in another base language/).first()).toBeVisible({ timeout: 60_000 });

  await page.goto(new URL('/updates', product.address).href);
  const row = page.getByRole('listitem').filter({ hasText: 'Northwind' });
  await expect(row).toContainText(/“Contoso reference”, met first on .+ at “(Adatum|Fabrikam)”/);
  await expect(row).toContainText('Predicted:', { timeout: 60_000 });
  await row.getByRole('link', { name: 'Open New template with it' }).click();
  await expect(page.getByLabel('Contoso reference', { exact: true })).toBeChecked();
  await button(page, 'Compare with this template').click();
  await expect(button(page, 'Go to the first that needs you')).toBeVisible({ timeout: 60_000 });
  await expect(button(page, /from another set-up: Contoso reference/)).toBeVisible();
});
