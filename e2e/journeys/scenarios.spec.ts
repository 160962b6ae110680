import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { beginSetUp, startMaps } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name });

/** The check that stands open because something is wrong. */
const finding = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: title, expanded: true }) });

async function arrive(page: Page, address: string, customer: string): Promise<string> {
  await signIn(page, address);
  await beginSetUp(page, customer);
  await button(page, 'Use this environment').click();
  return page.url().replace(/\/environment$/, '');
}

/** The last button of the way to a site: shut, with the reason beside it. */
async function expectShut(page: Page, run: string, reason: string): Promise<void> {
  await page.goto(`${run}/portal-site`);
  const shut = button(page, 'Continue with this address');
  await expect(shut).toBeDisabled();
  await expect(shut).toHaveAccessibleDescription(reason);
}

test('half done: what runs is left alone, and the failed map says why', async ({ page, product }) => {
  await product.control.scenario('half-done');
  await arrive(page, product.address, 'Half done');
  await button(page, 'Continue to Table maps').click();
  await button(page, 'Check the maps with this choice').click();

  const stand = page.getByRole('region', { name: 'Table maps in running order' });
  const stopped = stand.getByRole('row', { name: /^CDS sales order headers/ });
  await expect(stopped).toContainText('Stopped');
  const why = stand
    .getByRole('row')
    .filter({ hasText: 'Rows refer by msdyn_defaultshippingsite.msdyn_siteid' })
    .first();
  await expect(why).toContainText('Sites (msdyn_operationalsites)');
  await expect(why).toContainText('record SO-000731');
  await button(why, 'Microsoft’s words and ids').click();
  await expect(why).toContainText('The lookup value was not found: 3.');
  await expect(stand.getByRole('row', { name: /^Customers V3 \(accounts\)/ })).toContainText('Running');
  // What runs isn't copied again, so nobody is told how long that would take.
  const forecast = page.getByRole('region', { name: 'What the first copying will take' }).first();
  await button(page, 'Rows and time of each map').click();
  await expect(forecast.getByRole('row', { name: /^CDS sales order lines/ })).toBeVisible();
  await expect(forecast.getByRole('row', { name: /^Customers V3 \(accounts\)/ })).toHaveCount(0);

  // What starts is what doesn't run yet: no more is announced than will happen.
  const changes = page.getByRole('region', { name: 'What will change' }).getByText(/^Start /);
  await expect(changes.first()).toBeVisible();
  const names = await changes.allTextContents();
  expect(names.join()).not.toMatch(/Customers V3/);
  expect(names.join()).toMatch(/sales order headers.*sales order lines/);
  const needed = names.length - 2;
  await expect(button(page, `Start 2 table maps and the ${needed} they need`)).toBeEnabled();
  expect(await product.control.writes()).toEqual([]);
});

test('no dual-write: what is missing, by name, who installs it and where', async ({ page, product }) => {
  await product.control.scenario('no-dual-write');
  const run = await arrive(page, product.address, 'No dual-write');
  await button(page, 'Continue to Dual-write').click();

  const missing = finding(page, 'The dual-write solutions are installed');
  await expect(missing).toContainText('6 dual-write solutions are missing.');
  await expect(missing).toContainText('Can be done by: Environment administrator');
  await expect(missing).toContainText('Cause: Without them Microsoft doesn’t create the site');
  await expect(missing).toContainText('one after the other: Dual-write core solution, ');
  const link = missing.getByRole('link', { name: /^Open Power Platform admin cent/ });
  await expect(link).toHaveAttribute('href', /admin\..*\/environments\//);
  await missing.getByRole('button', { name: 'What we saw' }).click();
  await expect(missing).toContainText('answered 200');

  await expectShut(page, run, 'Finish Dual-write first.');
  await page.goto(run);
  await expect(page.getByRole('link', { name: /^Dual-write .* Your turn$/ })).toBeVisible();
  await expect(button(page, 'Continue: Dual-write')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /^Portal site/ })).toHaveCount(0);
  expect(await product.control.writes()).toEqual([]);
});

test('a site is there already: said at once, and gone on with by one click', async ({ page, product }) => {
  await product.control.scenario('site-exists');
  const run = await arrive(page, product.address, 'Site exists');

  const main = page.getByRole('main');
  const there = main.getByRole('listitem').filter({ hasText: 'There is a Customer Portal already' });
  await expect(there).toContainText('Contoso orders, http');
  await button(there, /Customer Portal/)
    .first()
    .click();
  await expect(there).toContainText('Cause: Microsoft allows one site of this template');
  await expect(there).toContainText('delete it in Power Pages first');
  await expect(there.getByRole('link', { name: /^Open Power Pages/ })).toHaveAttribute('href', /portals/);

  await button(page, 'Continue to Table maps').click();
  await startMaps(page);
  await page.getByLabel('Name').fill('Another one');
  await button(page, 'Continue with this address').click();
  const elsewhere = finding(page, 'This environment has a Customer Portal at another address');
  await expect(elsewhere).toContainText('Select “Use this site” above');
  await expect(button(page, /^Create/)).toHaveCount(0);

  await button(page, 'Use this site').click();
  await expect(page.getByLabel('Address')).toHaveValue('contoso-orders');
  await button(page, 'Continue with this address').click();
  await expect(page.getByRole('link', { name: 'Open the site' })).toHaveAttribute('href', /contoso-orders/);
  await expect(
    main.getByRole('listitem').filter({ hasText: 'The site is on the standard data model' }),
  ).toBeVisible();
  // What only people see of a private site is never green.
  const home = main.getByRole('listitem').filter({ hasText: 'The home page is shown' });
  await expect(home).toContainText('Can’t be verified');
  await expect(home.getByRole('link', { name: 'Open your site' })).toHaveAttribute('href', /contoso-orders/);
  await page.goto(run);
  await expect(page.getByRole('link', { name: /^Portal site .* Can’t be verified$/ })).toBeVisible();
  const created = (await product.control.writes()).filter(({ endpoint }) => endpoint === 'createWebsite');
  expect(created).toEqual([]);
});

test('the host was deleted: its pages are shown again, and stay', async ({ page, product }) => {
  await product.control.scenario('host-deleted');
  await arrive(page, product.address, 'Host deleted');
  await expect(
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: 'pages and settings of “Contoso orders”' }),
  ).toBeVisible();
  await button(page, 'Continue to Table maps').click();
  await startMaps(page);
  await page.getByText('The pages of “Contoso orders”').click();
  await page.getByLabel('Name').fill('Contoso orders');
  await button(page, 'Continue with this address').click();
  await expect(page.getByText('Show the pages of “Contoso orders” again')).toBeVisible();
  await button(page, 'Create the portal site').click();
  await expect(page.getByRole('link', { name: 'Open the site' }).first()).toBeVisible({ timeout: 60_000 });
});

test('roles by group only: said before anything is tried, and noticed when mended', async ({
  page,
  product,
}) => {
  await product.control.scenario('wrong-roles');
  const run = await arrive(page, product.address, 'Wrong roles');
  await button(page, 'Continue to Access').click();

  const role = finding(page, 'You are System Administrator of the environment, directly');
  await expect(role).toContainText(
    'alex@contoso.example is System Administrator only as a member of the team',
  );
  await expect(role).toContainText('Power Pages doesn’t count roles that are held that way');
  await expect(role).toContainText('tick “System Administrator”');
  await expect(role).toContainText('Can be done by: Environment administrator');
  await expectShut(page, run, 'Finish Access first.');
  expect(await product.control.writes()).toEqual([]);

  // Somebody gives the role: in this rehearsal by another world, in which he holds it directly.
  await product.control.scenario('contoso-fresh');
  await page.goto(`${run}/access`);
  await role.getByRole('button', { name: 'Check again' }).click();
  await expect(button(page, 'Continue to Table maps')).toBeEnabled();
  expect(await product.control.writes()).toEqual([]);
});

test('what would spoil orders: known before the maps start, stopping them where they would copy it', async ({
  page,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  for (const lay of ['draft-products', 'warehouse-missing']) await product.control.defects({ lay });
  const run = await arrive(page, product.address, 'Order readiness');

  // What is to be mended before the maps comes before them; who goes to them all the same is stopped there.
  await expect(button(page, 'Continue to Order readiness')).toBeEnabled();
  await page.goto(`${run}/table-maps`);
  await button(page, 'Check the maps with this choice').click();
  const drafts = finding(page, 'Products arrive active');
  await expect(drafts).toContainText('“Create products in active state” is set to “No”');
  await expect(button(page, /^Start \d+ table maps/)).toHaveCount(0);

  await page.goto(`${run}/order-readiness`);
  const missing = page.getByRole('listitem').filter({ hasText: 'Released products have a default site' });
  await missing.getByRole('button', { name: /default site/ }).click();
  await expect(missing).toContainText('the default site and warehouse of D0002 in DEMF');
  await expect(missing).toContainText('Can be done by: Finance and operations administrator');
  await expect(missing.getByRole('link', { name: /^Open Finance and operations/ })).toHaveAttribute(
    'href',
    /\/\?mi=EcoResProductDetailsExtendedGrid$/,
  );

  // Somebody does what was asked: the one look shows in both steps.
  for (const mend of ['draft-products', 'warehouse-missing']) await product.control.defects({ mend });
  await button(page, 'Check again').last().click();
  await button(page, 'Continue to Table maps').click();
  await expect(button(page, /^Start \d+ table maps/)).toBeEnabled();
  expect(await product.control.writes()).toEqual([]);
});
