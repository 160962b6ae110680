import { plan } from '@portico/contract/plan';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { beginSetUp } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const titles: Readonly<Record<(typeof plan)['steps'][number]['id'], string>> = {
  environment: 'Environment',
  access: 'Access',
  licensing: 'Licensing',
  'dual-write': 'Dual-write',
  'table-maps': 'Table maps',
  'order-readiness': 'Order readiness',
  'portal-site': 'Portal site',
  'first-users': 'First users',
  'test-order': 'Test order',
  'go-live': 'Go live',
  report: 'Report',
  update: 'New template',
};

test('reloading, going back, a second tab and a double click lose nothing and do nothing twice', async ({
  page,
  context,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  await signIn(page, product.address);
  await beginSetUp(page, 'Nothing is lost');

  // Not decided yet: the suggestion is there again, and nothing was decided by reloading.
  await page.reload();
  await expect(button(page, 'Use this environment')).toBeEnabled();
  await button(page, 'Use this environment').click();
  await button(page, 'Continue to Table maps').click();
  await expect(heading(page, 'Table maps')).toBeVisible();

  // The browser's own way back leads to the page before, decided as it was.
  await page.goBack();
  await expect(heading(page, 'Environment')).toBeVisible();
  await expect(button(page, 'Continue to Table maps')).toBeEnabled();
  await page.goForward();
  await expect(heading(page, 'Table maps')).toBeVisible();

  // Decided, not started.
  await button(page, 'Check the maps with this choice').click();
  const start = button(page, /^Start \d+ table maps/);
  await expect(start).toBeEnabled();
  await page.reload();
  await expect(start).toBeEnabled();
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible();
  expect(await product.control.writes()).toEqual([]);

  // Left here, the list leads back to the first thing that needs the person.
  await button(page, 'Save and leave').click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Nothing is lost' })
    .getByRole('link', { name: 'Continue with Table maps' })
    .click();

  // Pressed twice, and under way in slow motion.
  await product.control.speed(30);
  await start.dblclick();
  const watched = page.getByRole('region', { name: 'Start the table maps' });
  await expect(watched).toBeVisible();
  await page.reload();
  await expect(watched).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await button(second, 'Sign in with Microsoft').click();
  await expect(second.getByRole('region', { name: 'Start the table maps' })).toBeVisible();
  // Nobody can start it a second time, here or there.
  await expect(start).toBeHidden();
  await expect(button(second, /^Start \d+ table maps/)).toBeHidden();
  await product.control.speed(600);
  await expect(button(page, 'Continue to Portal site')).toBeVisible({ timeout: 60_000 });
  await expect(button(second, 'Continue to Portal site')).toBeVisible();
  const started = (await product.control.writes()).filter(({ endpoint }) => endpoint === 'start');
  expect(started.length).toBeGreaterThan(4);

  await button(second, 'Continue to Portal site').click();
  await second.getByLabel('Name').fill('Contoso orders');
  await second.getByLabel('Address').fill('contoso-once');
  await button(second, 'Continue with this address').click();
  // What one tab decided, the other knows.
  await page.goto(second.url());
  await expect(page.getByLabel('Address')).toHaveValue('contoso-once');
  await expect(button(page, 'Create the portal site')).toBeEnabled();
  await expect(button(second, 'Create the portal site')).toBeEnabled();
  await product.control.speed(30);
  // Both at the same moment, and each of them twice: whoever is later than the news finds no button to click any more.
  const twice = (tab: Page) =>
    button(tab, 'Create the portal site').evaluateHandle((shown: HTMLElement) => () => {
      shown.click();
      shown.click();
    });
  const clicks = await Promise.all([twice(page), twice(second)]);
  await Promise.all(clicks.map((click) => click.evaluate((now) => now())));
  for (const tab of [page, second])
    await expect(tab.getByRole('region', { name: 'Create the portal site' })).toBeVisible();
  await product.control.speed(600);
  const link = page.getByRole('link', { name: 'Open the site' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expect(second.getByRole('link', { name: 'Open the site' })).toBeVisible();
  await page.reload();
  await expect(link).toBeVisible();

  const writes = await product.control.writes();
  expect(writes.filter(({ endpoint }) => endpoint === 'createWebsite')).toHaveLength(1);
  const paths = writes.filter(({ endpoint }) => endpoint === 'start').map(({ path }) => path);
  expect(paths).toHaveLength(started.length);
  await expect(page.getByRole('complementary').getByText('Started: Create the portal site')).toHaveCount(1);
});

test('a link to any step leads there after the sign-in', async ({ page, another, product }) => {
  await product.control.scenario('contoso-fresh');
  await signIn(page, product.address);
  await beginSetUp(page, 'Sent by mail');
  const run = page.url().replace(/\/environment$/, '');
  const guest = (await another()).context();
  // Another person's browser: signed out each time, as sessions live in the tab.
  for (const [index, { id }] of plan.steps.entries()) {
    const tab = await guest.newPage();
    await tab.goto(`${run}/${id}`);
    await button(tab, 'Sign in with Microsoft').click();
    if (index === 0) await button(tab, /^Mona Berg/).click();
    await expect(heading(tab, titles[id])).toBeVisible();
    expect(tab.url()).toBe(`${run}/${id}`);
    // What can't start yet says what comes first, and leads there.
    if (id === 'table-maps') {
      const shut = button(tab, 'Check the maps with this choice');
      await expect(shut).toBeDisabled();
      await expect(shut).toHaveAccessibleDescription('Finish Environment first.');
      await tab.getByRole('main').getByRole('link', { name: 'Environment' }).first().click();
      await expect(heading(tab, 'Environment')).toBeFocused();
    }
    await tab.close();
  }
});
