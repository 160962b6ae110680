import type { Page } from '@playwright/test';
import { countClicks } from '../fixtures/clicks.ts';
import { expect, test } from '../fixtures/product.ts';
import { placeTestOrder } from '../steps/first-order.ts';
import { chooseBen, readLink, signUp } from '../steps/first-user.ts';
import { beginSetUp, chooseEnvironment, createSite, startMaps } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('from sign-in to an order that arrives: Portico starts the maps, creates the site and invites', async ({
  page,
  context,
  another,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  const clicks = await countClicks(context);
  await signIn(page, product.address);
  await beginSetUp(page, 'First users');
  const shut = page.getByRole('radio', { name: 'Contoso (default)' });
  await expect(shut).toHaveAttribute('aria-disabled', 'true');
  await expect(shut).toHaveAccessibleDescription(/Can’t be chosen: A Default environment can’t hold/);
  await button(page, 'Use this environment').click();
  const passed = 'We checked the 4 steps in between; nothing to do there: Access, Licensing, Dual-write and';
  await expect(page.getByText(passed)).toBeVisible();
  await button(page, 'Continue to Table maps').click();
  // One word for one count, and no warning of what the side that wins makes needless.
  await expect(page.getByText('Of the rows in Dataverse, 3 have the same key')).toBeVisible();
  await expect(page.getByText('may not be copied from there')).toHaveCount(0);
  const before = clicks('localhost');
  await startMaps(page);
  // Five maps by hand, from selecting them to running: 30 to 35.
  expect(clicks('localhost') - before).toBeLessThanOrEqual(6);
  await expect(page.getByText('The site begins as a private trial.')).toBeVisible();
  await createSite(page, 'Contoso orders', 'contoso-first');
  const used = clicks('localhost');
  test.info().annotations.push({ type: 'clicks', description: `${used} to a site that answers` });
  expect(used).toBeLessThanOrEqual(12);

  // Of a private site nobody sees the pages, until somebody was there.
  await expect(page.getByRole('main').getByText(/^Can’t be verified/)).toHaveCount(2);
  await button(page, 'Continue to First users').click();
  await chooseBen(page);
  const changes = page.getByRole('region', { name: 'What will change' });
  await expect(changes).toContainText('price list Contoso USD');
  await expect(changes).toContainText('the web role “Customer representative”');
  expect((await product.control.writes()).filter(({ endpoint }) => endpoint === 'createRow')).toEqual([]);

  await button(page, 'Invite this contact').click();
  const link = await readLink(page);
  // Gone with the page, and in nothing that the page tells.
  await page.reload();
  await expect(button(page, /^Show the link for /)).toBeVisible();
  expect(await page.content()).not.toContain(link);

  const visitor = await another();
  await signUp(visitor, link);
  await button(page, /^Each of them is invited/).click();
  await button(page, 'Check again').first().click();
  await expect(page.getByText('has signed up').first()).toBeVisible();
  const writes = await product.control.writes();
  for (const once of ['createWebsite', 'createRow', 'associateRow'])
    expect(writes.filter(({ endpoint }) => endpoint === once)).toHaveLength(1);

  // And now they order, which is what all of it is for.
  await button(page, 'Continue to Test order').click();
  await placeTestOrder(page, visitor, 'Ben Ortiz');
  expect((await product.control.writes()).length).toBe(writes.length);
  // Who ordered was on the portal's pages: they are proven by that.
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /^Portal site/ })
    .click();
  const main = page.getByRole('main');
  await main.getByText('What was decided and checked').click();
  await main.getByRole('button', { name: /checks? passed$/ }).click();
  await expect(main.getByText(/^Ben Ortiz came in through it\./)).toBeVisible();
  await expect(main.getByText(/^Can’t be verified/)).toHaveCount(0);
});

test('nobody yet, and no order: said with a reason, and the set-up goes on', async ({ page, product }) => {
  await product.control.scenario('site-exists');
  // Who opens it by another name of this machine goes on by its own: a sign-in hangs on the name.
  await signIn(page, product.address.replace('localhost', '127.0.0.1'));
  await beginSetUp(page, 'Later');
  await chooseEnvironment(page);
  await startMaps(page);
  await button(page, 'Use this site').click();
  await button(page, 'Continue with this address').click();
  await button(page, 'Continue to First users').click();
  await button(page, 'Leave it for later').click();
  await button(page, 'Leave this for later, and say why …').click();
  await page.getByLabel('Why it is fine here').fill('The customer names them after the training.');
  await button(page, 'Go on without it').click();
  await button(page, 'Continue to Test order').click();
  await expect(
    page.getByText('No first user is chosen, so nobody can place an order yet.').first(),
  ).toBeVisible();
  await button(page, 'Leave this for later, and say why …').click();
  await page.getByLabel('Why it is fine here').fill('Nobody orders before the training.');
  await button(page, 'Go on without it').click();
  await button(page, 'Continue to Go live').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Go live' })).toBeVisible();

  // Help is of the step that is open.
  await button(page, 'Help').click();
  const help = page.getByRole('region', { name: 'Help' });
  await expect(help).toContainText('Convert the site to production: about 5 minutes.');
  await expect(help).toContainText('System Administrator in Dataverse, given directly and not by a team');
  await page.keyboard.press('Escape');

  // Another world is begun in a tab of its own: who comes back reads its name, and how time passes in it.
  const banner = page.getByRole('region', { name: 'Rehearsal.' });
  await expect(banner).toContainText(
    'Minutes pass in seconds: what takes Microsoft an hour is over in 6 seconds.',
  );
  await expect(banner).toContainText('Scenario: Somebody made the portal twelve days ago.');
  await product.control.scenario('half-done');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(banner).toContainText('Scenario: Half of the table maps run, the orders have failed.');
});
