import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { placeTestOrder } from '../steps/first-order.ts';
import { beginSetUp, chooseEnvironment, createSite, startMaps } from '../steps/set-up.ts';
import { pick, signIn } from '../steps/sign-in.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('the first user is chosen and invited, lets themselves in by their link, and places an order that arrives', async ({
  page,
  another,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  await signIn(page, product.address);
  await beginSetUp(page, 'First users');
  await chooseEnvironment(page);
  await startMaps(page);
  await createSite(page, 'Contoso orders', 'contoso-first');
  await button(page, 'Continue to First users').click();

  // Contacts came with the maps; whose orders this one places only a person knows.
  await page.getByLabel(/^Find contacts/).fill('US-P02');
  await button(page, 'Find').click();
  await button(page, 'Choose Ben Ortiz, US-P02').click();
  const role = page.getByLabel('Web role of Ben Ortiz');
  await expect(role).toBeFocused();
  await role.selectOption({ label: 'Customer representative' });
  await page.getByLabel(/^Find customers/).fill('US-002');
  await button(page, 'Find').last().click();
  await page.getByLabel(/^Customer that Ben Ortiz/).selectOption({ label: 'Litware (US-002) · USMF' });
  await expect(page.getByText('Sees all orders of their company and who placed them')).toBeVisible();
  await button(page, 'Check this contact').click();
  await expect(page.getByText('US, filled in from the customer').first()).toBeVisible();
  const changes = page.getByRole('region', { name: 'What will change' });
  await expect(changes).toContainText('price list Contoso USD');
  await expect(changes).toContainText('the web role “Customer representative”');
  expect((await product.control.writes()).filter(({ endpoint }) => endpoint === 'createRow')).toEqual([]);

  await button(page, 'Invite this contact').click();
  await button(page, /^Show the link for /).click({ timeout: 60_000 });
  const link = await page.getByLabel(/^Link for /).inputValue();
  expect(link).toMatch(/\/register\/\?invitationCode=\w{32,}$/);
  // Gone with the page, and in nothing that the page tells.
  await page.reload();
  await expect(button(page, /^Show the link for /)).toBeVisible();
  expect(await page.content()).not.toContain(link);

  const visitor = await another();
  await visitor.goto(link);
  // A new site is private: whoever isn't of the house is kept out, so somebody of the house opens it.
  await pick(visitor, 'Alex Lund');
  await visitor.goto(link);
  await button(visitor, 'Register').click();
  await expect(
    visitor.getByText(/^Welcome, Ben Ortiz\. You see all orders of your company\.$/),
  ).toBeVisible();
  await expect(visitor.getByRole('heading', { name: 'Create order' })).toBeVisible();

  await button(page, /^Each of them is invited/).click();
  await button(page, 'Check again').first().click();
  await expect(page.getByText('has signed up').first()).toBeVisible();
  const writes = await product.control.writes();
  expect(writes.filter(({ endpoint }) => endpoint === 'createRow')).toHaveLength(1);
  expect(writes.filter(({ endpoint }) => endpoint === 'associateRow')).toHaveLength(1);

  // And now they order, which is what all of it is for.
  await button(page, 'Continue to Test order').click();
  await placeTestOrder(page, visitor, 'Ben Ortiz');
  expect((await product.control.writes()).length).toBe(writes.length);
});

test('nobody yet, and no order: said with a reason, and the set-up goes on', async ({ page, product }) => {
  await product.control.scenario('site-exists');
  await signIn(page, product.address);
  await beginSetUp(page, 'Later');
  await chooseEnvironment(page);
  await startMaps(page);
  await button(page, 'Use this site').click();
  await button(page, 'Check this address').click();
  await button(page, 'Continue to First users').click();
  await button(page, 'Leave it for later').click();
  await button(page, 'Go on although it doesn’t hold …').click();
  await page.getByLabel('Why it is fine here').fill('The customer names them after the training.');
  await button(page, 'Go on anyway').click();
  await button(page, 'Continue to Test order').click();
  await expect(
    page.getByText('No first user is chosen, so nobody can place an order yet.').first(),
  ).toBeVisible();
  await button(page, 'Go on although it doesn’t hold …').click();
  await page.getByLabel('Why it is fine here').fill('Nobody orders before the training.');
  await button(page, 'Go on anyway').click();
  await button(page, 'Continue to Go live').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Go live' })).toBeVisible();
});
