import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { askMona, finding, strangersBrowser } from '../steps/hand-over.ts';
import { pickPerson } from '../steps/microsoft-pages.ts';
import { beginSetUp } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

// A token that was granted once stays good for an hour: this story must not inherit one.
test.use({ story: 'consent' });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('consent that is missing is handed over like any other task', async ({ page, browser, product }) => {
  await product.control.scenario('half-consent');
  await signIn(page, product.address);
  await beginSetUp(page, 'Contoso');
  await button(page, 'Use this environment').click();
  await expect(button(page, /^Continue to/)).toBeEnabled();
  await page.goto(page.url().replace(/environment$/, 'licensing'));
  const row = finding(page, 'Supply Chain Management is licensed');
  await expect(row).toContainText('Can’t be verified');
  const link = await askMona(page, row);

  const { context, refused } = await strangersBrowser(browser, product.address);
  const theirs = await context.newPage();
  await theirs.goto(link);
  await expect(heading(theirs, 'Alex Lund asks for your help')).toBeVisible();
  await expect(theirs.getByRole('main')).toContainText('Portico may not use Microsoft Graph');
  const [entra] = await Promise.all([
    context.waitForEvent('page'),
    theirs.getByRole('link', { name: /^Open / }).click(),
  ]);
  await pickPerson(entra, 'Mona Berg');
  await entra.getByRole('button', { name: 'Accept' }).click();
  await expect(entra.getByText(/^Thank you, the consent is given/)).toBeVisible();

  await expect(page.getByRole('region', { name: 'Licences', exact: true })).toContainText('Proved', {
    timeout: 60_000,
  });
  await expect(page.getByRole('link', { name: /Licensing.*Completed/ }).first()).toBeVisible();
  await expect(heading(theirs, 'Thank you, it is done')).toBeVisible({ timeout: 30_000 });
  expect(refused).toEqual([]);
  await context.close();
});

test('without any consent the way begins with asking for it, before there is anything to choose', async ({
  page,
  browser,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  await signIn(page, product.address, 'Felix Amari');
  await beginSetUp(page, 'Fabrikam');
  const main = page.getByRole('main');
  await expect(main).toContainText('Portico may not call this Microsoft service for you yet.');
  const link = await askMona(page, main);
  await expect(main).toContainText('Waiting for Mona Berg');

  const { context, refused } = await strangersBrowser(browser, product.address);
  const theirs = await context.newPage();
  await theirs.goto(link);
  await expect(heading(theirs, 'Felix Amari asks for your help')).toBeVisible();
  await expect(theirs.getByRole('main')).toContainText('Portico may not use PowerApps Service');
  const [entra] = await Promise.all([
    context.waitForEvent('page'),
    theirs.getByRole('link', { name: /^Open / }).click(),
  ]);
  await pickPerson(entra, 'Fay Brooks');
  await entra.getByRole('button', { name: 'Accept' }).click();

  // The list is read again by itself.
  await expect(main).not.toContainText('Portico may not call', { timeout: 60_000 });
  await expect(heading(theirs, 'Thank you, it is done')).toBeVisible({ timeout: 30_000 });
  expect(refused).toEqual([]);
  await context.close();
});
