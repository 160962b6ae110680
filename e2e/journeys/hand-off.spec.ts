import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { askMona, finding, strangersBrowser } from '../steps/hand-over.ts';
import { giveRoleByHand } from '../steps/microsoft-pages.ts';
import { beginSetUp } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const happening = (page: Page) => page.getByRole('complementary', { name: 'What is happening' });

test('an administrator gives the role by a link, without an account here, and the step turns green by itself', async ({
  page,
  browser,
  product,
}) => {
  await product.control.scenario('wrong-roles');
  await signIn(page, product.address);
  await beginSetUp(page, 'Contoso');
  await button(page, 'Use this environment').click();
  await button(page, 'Continue to Access').click();
  const row = finding(page, 'You are System Administrator of the environment, directly');
  const link = await askMona(page, row);
  await expect(row).toContainText(/Waiting for Mona Berg since .* · not opened yet · expires/);
  await expect(page.getByRole('link', { name: /Access.*Waiting for someone/ }).first()).toBeVisible();

  const { context, refused, asked } = await strangersBrowser(browser, product.address);
  const theirs = await context.newPage();
  await theirs.goto(link);
  await expect(heading(theirs, 'Alex Lund asks for your help')).toBeVisible();
  await expect(theirs).toHaveTitle('Alex Lund asks for your help – Portico');
  const main = theirs.getByRole('main');
  await expect(main).toContainText('in the environment Contoso Production');
  await expect(main).toContainText(
    'alex@contoso.example is System Administrator only as a member of the team',
  );
  await expect(main).toContainText('It takes somebody with this role: Environment administrator.');
  await expect(main).toContainText('We’re watching. We’ll notice within a minute');
  await expect(theirs.getByRole('region', { name: 'Rehearsal.' })).toBeVisible();
  expect(await theirs.getByRole('listitem').count()).toBeLessThanOrEqual(5);
  // One task: no step of the set-up, no other finding, nobody to sign in.
  for (const other of ['Table maps', 'Licensing', 'portal-site', 'Sign in'])
    await expect(main).not.toContainText(other);
  await expect(row).toContainText(/Waiting for Mona Berg since .* · opened .* · expires/);

  const [centre] = await Promise.all([
    context.waitForEvent('page'),
    theirs.getByRole('link', { name: /^Open Power Platform admin cent/ }).click(),
  ]);
  await giveRoleByHand(centre, 'Alex Lund', 'Mona Berg');

  // Nobody presses anything here any more.
  await expect(button(page, 'Continue to Table maps')).toBeEnabled({ timeout: 60_000 });
  await expect(page.getByRole('link', { name: /Access.*Completed/ }).first()).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(happening(page)).toContainText('Mona Berg did it, whom Alex Lund had asked');

  // The page that was open hears it; the link itself says nothing any more, to whomever.
  await expect(heading(theirs, 'Thank you, it is done')).toBeVisible({ timeout: 30_000 });
  await expect(main).not.toContainText('alex@contoso.example');
  await theirs.reload();
  await expect(heading(theirs, 'This link has ended')).toBeVisible();
  await expect(main).not.toContainText(/Contoso|Alex|Mona/);
  // No script of the wizard, no sign-in, and of our API only what is open to all.
  const called = new Set(asked.filter((each) => each.includes('/api/')));
  expect([...called].filter((each) => each !== 'GET /api/config')).toEqual(['POST /api/hand-off']);
  expect(asked.filter((each) => /msal|workspace/.test(each))).toEqual([]);
  expect(refused).toEqual([]);
  await context.close();
  expect(await product.control.writes()).toEqual([]);
});

test('taken back, a link says what every dead link says; the next one works; no mouse is needed', async ({
  page,
  browser,
  product,
}) => {
  await product.control.scenario('wrong-roles');
  await signIn(page, product.address);
  await beginSetUp(page, 'Contoso');
  await button(page, 'Use this environment').click();
  await button(page, 'Continue to Access').click();
  const row = finding(page, 'You are System Administrator of the environment, directly');

  await button(row, 'Ask somebody else').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ask somebody else to do this' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Say whom you ask.');
  await page.keyboard.type('Mona Berg');
  await page.keyboard.press('Enter');
  const field = dialog.getByLabel('Link for Mona Berg');
  await expect(field).toBeFocused();
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(row, 'Make a new link')).toBeFocused();

  const { context, refused } = await strangersBrowser(browser, product.address);
  const theirs = await context.newPage();
  const words = async (address: string) => {
    await theirs.goto('about:blank');
    await theirs.goto(address);
    await expect(heading(theirs, 'This link has ended')).toBeVisible();
    return theirs.locator('body').innerText();
  };
  await theirs.goto(link);
  await expect(heading(theirs, 'Alex Lund asks for your help')).toBeVisible();
  await button(row, 'Take it back').click();
  // The page that is open learns it too.
  await expect(heading(theirs, 'This link has ended')).toBeVisible({ timeout: 30_000 });
  const dead = await words(link);
  const guessed = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
  expect(await words(guessed)).toBe(dead);
  expect(await words(link.replace(/#.*/, ''))).toBe(dead);
  await expect(button(row, 'Ask somebody else')).toBeVisible();
  await expect(button(row, 'Take it back')).toBeHidden();

  await theirs.goto('about:blank');
  await theirs.goto(await askMona(page, row));
  await expect(heading(theirs, 'Alex Lund asks for your help')).toBeVisible();
  expect(refused).toEqual([]);
  await context.close();
});
