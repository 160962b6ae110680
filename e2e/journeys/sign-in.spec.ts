import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { watchSecrets } from '../fixtures/secrets.ts';
import { beginSetUp } from '../steps/set-up.ts';
import { expectSignedOut, fromMenu, pick, pressSignIn, signIn } from '../steps/sign-in.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('sign-out: with every account, in every tab, and no way back but a sign-in', async ({
  page,
  context,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  const told = watchSecrets(context, product.address);
  await signIn(page, product.address);
  await beginSetUp(page, 'Left behind');
  const address = page.url();

  // A second tab of the same person, and a second account in the first one.
  const other = await context.newPage();
  await other.goto(address);
  await pressSignIn(other);
  await expect(heading(other, 'Environment')).toBeVisible();
  await fromMenu(page, 'Use another account');
  await pick(page, 'Mona Berg');
  await expect(button(page, 'You: Mona Berg')).toBeVisible();
  expect(page.url()).toBe(address);

  // Mona leaves, and nobody is left: not Alex either, who was here before her.
  await fromMenu(page, 'Sign out');
  await expectSignedOut(page);
  expect(page.url()).toBe(`${product.address}/`);
  for (const where of [address, address.replace(/\/environment$/, ''), product.address]) {
    await page.goto(where);
    await expectSignedOut(page);
    await expect(page.getByText('Left behind')).toHaveCount(0);
  }
  await page.goBack();
  await expectSignedOut(page);
  await expect(page.getByText('Left behind')).toHaveCount(0);
  const left = await page.evaluate(() =>
    Object.keys(sessionStorage).filter((key) => /token|account|draft/i.test(key)),
  );
  expect(left.filter((key) => !key.includes('.keys'))).toEqual([]);

  // In the other tab it was Alex who had signed in; when he leaves, all his tabs do.
  await expect(heading(other, 'Environment')).toBeVisible();
  const third = await context.newPage();
  await third.goto(address);
  await pressSignIn(third);
  await expect(heading(third, 'Environment')).toBeVisible();
  await fromMenu(third, 'Sign out');
  await expectSignedOut(third);
  await expectSignedOut(other);
  await expect(other.getByText('Left behind')).toHaveCount(0);

  // A page that the browser has kept as it was, for the way back, is looked at anew.
  await page.goto(address);
  await pressSignIn(page);
  await pick(page, 'Alex Lund');
  await expect(heading(page, 'Environment')).toBeVisible();
  expect(page.url()).toBe(address);
  await page.evaluate(() => {
    sessionStorage.clear();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expectSignedOut(page);
  expect(await told()).toEqual([]);
});

test('turned away at the sign-in: why, what to do, what to quote, and the way back', async ({
  page,
  product,
}) => {
  const { control, address } = product;
  await control.scenario('contoso-fresh');
  const alert = page.getByRole('alert');
  const place = `${address}/runs/AAAAAAAAAAAAAAAAAAAAAA/access`;
  await page.goto(place);

  // Back from Microsoft's page by the browser's own button: nothing has happened, and nothing is in the way.
  await pressSignIn(page);
  await expect(heading(page, 'Pick an account')).toBeVisible();
  await page.goBack();
  await expectSignedOut(page);

  for (const [sign, title, number] of [
    ['kept-out', 'A rule of your organization does not let you use this from here.', 'AADSTS53003'],
    ['unassigned', 'Your organization lets only chosen people use Portico', 'AADSTS50105'],
  ] as const) {
    await control.people('alex@contoso.example', sign);
    await pressSignIn(page);
    await pick(page, 'Alex Lund');
    await expect(alert).toContainText(title);
    await expect(alert).toContainText(/administrator/);
    await expect(alert).toContainText(number);
    await expect(alert).toContainText(/Correlation id: [0-9a-f-]{36}/);
    await expect(alert.getByRole('button', { name: 'Copy' })).toBeVisible();
    expect(page.url()).toBe(place);
  }
  // Or Microsoft says so on a page of its own.
  await control.switches({ refusedSignIn: 'shown' });
  await pressSignIn(page);
  await pick(page, 'Alex Lund');
  await expect(page.getByText('AADSTS50105')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expectSignedOut(page);
  await control.switches({ refusedSignIn: 'returned' });

  // Microsoft still knows Alex here and turns him away without asking; after that it asks who it is.
  await pressSignIn(page);
  await expect(alert).toContainText('AADSTS50105');
  // Somebody who isn't turned away comes in by the same button, at the address that was wanted.
  await pressSignIn(page);
  await pick(page, 'Mona Berg');
  await expect(heading(page, 'There is no such set-up here')).toBeVisible();
  expect(page.url()).toBe(place);

  // An organization that isn't a customer here.
  await button(page, 'Use another account').click();
  await pick(page, 'Wim Jansen');
  await expect(alert).toContainText('This account belongs to another organization.');
  await expect(alert).toContainText('Sign in with an account of the customer’s organization.');
  await alert.getByRole('button', { name: 'Use another account' }).click();
  await expect(heading(page, 'Pick an account')).toBeVisible();
  await pick(page, 'Boris Kask');
  await page.getByRole('link', { name: 'Go to your set-ups' }).click();

  // He gets in, and no further: conditional access blocks what is behind.
  await beginSetUp(page, 'From the wrong place');
  await expect(alert).toContainText('A rule of your organization does not let you use this from here.');
  await expect(alert).toContainText('AADSTS53003');
  await expect(alert.getByRole('button', { name: 'Sign in again' })).toBeVisible();
});
