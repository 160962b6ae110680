import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { watchSecrets } from '../fixtures/secrets.ts';
import { beginSetUp } from '../steps/set-up.ts';
import { expectSignedOut, pick, pressSignIn, signIn } from '../steps/sign-in.ts';

const alex = 'alex@contoso.example';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const activity = (page: Page) => page.getByRole('complementary');

/** The twin's page for extra proof. */
async function prove(page: Page): Promise<void> {
  await expect(heading(page, 'Confirm that this is you')).toBeVisible();
  await button(page, 'Confirm sign-in').click();
}

/** Each map asked for once, whoever asked. */
const startedOnce = (writes: readonly { endpoint: string; path: string }[]) => {
  const paths = writes.filter(({ endpoint }) => endpoint === 'start').map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(0);
  return paths;
};

test('extra proof, asked for by a check and in the middle of work: given once, and all goes on by itself', async ({
  page,
  context,
  product,
}) => {
  const { control, address } = product;
  // A few maps are left to be started, which is all that is needed here.
  await control.scenario('half-done');
  await control.speed(600);
  const told = watchSecrets(context, address);
  await signIn(page, address);
  await beginSetUp(page, 'Extra proof');
  await expect(button(page, 'Use this environment')).toBeEnabled();

  // A rule that is new since he came: what he wants to look at asks for proof.
  await control.people(alex, 'step-up');
  await button(page, 'Use this environment').click();
  const asks = page.getByRole('alert');
  const proof = asks.filter({ hasText: 'Your organization asks for extra proof that this is you.' });
  await expect(proof).toBeVisible();
  const here = page.url();
  // Not now: the page says so, and everything is where it was.
  await proof.getByRole('button', { name: 'Confirm your sign-in' }).click();
  await expect(heading(page, 'Confirm that this is you')).toBeVisible();
  await button(page, 'Cancel').click();
  const left = asks.filter({ hasText: 'You left the sign-in before it was complete.' });
  await expect(left).toBeVisible();
  expect(page.url()).toBe(here);
  // The way is beside what can't be verified, too, though nothing of the challenge was kept.
  await page.getByRole('listitem').getByRole('button', { name: 'Confirm your sign-in' }).first().click();
  await prove(page);
  await expect(page).toHaveURL(here);
  // What was refused is looked at again without being asked.
  await button(page, 'Continue to Table maps').click();
  expect(await control.writes()).toEqual([]);

  // The proof ends with its sign-in; the next one is without.
  await control.people(alex, 'plain');
  await control.signOut(alex);
  await button(page, 'Check the maps with this choice').click();
  await button(page, 'Sign in again').first().click();
  await control.speed(30);
  await button(page, /^Start \d+ table maps/).click();
  const watched = page.getByRole('region', { name: 'Start the table maps' });
  await expect(watched).toBeVisible();
  await expect.poll(async () => (await control.writes()).length).toBeGreaterThan(0);
  await control.people(alex, 'step-up');
  await expect(watched).toContainText('Your organization asks for extra proof that this is you.');
  await expect(page.getByRole('navigation', { name: 'Steps' })).toContainText('Needs sign-in');
  await expect(activity(page)).toContainText('Waiting for a sign-in');
  const before = await control.writes();
  await control.speed(600);
  await watched.getByRole('button', { name: 'Confirm your sign-in' }).click();
  await prove(page);
  await expect(button(page, 'Continue to Portal site')).toBeVisible({ timeout: 60_000 });
  const paths = startedOnce(await control.writes());
  expect(paths.length).toBeGreaterThan(startedOnce(before).length);
  expect(await told()).toEqual([]);
});

test('a sign-in that ends: work waits, a colleague goes on, and what was typed is there again', async ({
  page,
  context,
  another,
  product,
}) => {
  const { control, address } = product;
  // A few maps are left to be started, which is all that is needed here.
  await control.scenario('half-done');
  const told = watchSecrets(context, address);
  await signIn(page, address);
  await beginSetUp(page, 'Handed on');
  await button(page, 'Use this environment').click();
  await button(page, 'Continue to Table maps').click();
  await button(page, 'Check the maps with this choice').click();
  const step = page.url();
  const run = step.replace(/\/table-maps$/, '');
  await control.speed(30);
  await button(page, /^Start \d+ table maps/).click();
  await expect.poll(async () => (await control.writes()).length).toBeGreaterThan(0);

  await control.signOut(alex);
  const watched = page.getByRole('region', { name: 'Start the table maps' });
  await expect(watched).toContainText('Waiting for a sign-in. Nothing is lost meanwhile.');
  await expect(watched.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await expect(activity(page)).toContainText('Waiting for a sign-in');
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /^Table maps/ })
    .waitFor();
  const before = await control.writes();

  // Somebody of another organization meets nothing, as at an address that never was.
  const stranger = await another();
  await stranger.goto(step);
  await pressSignIn(stranger);
  await pick(stranger, 'Fay Brooks');
  await expect(heading(stranger, 'There is no such set-up here')).toBeVisible();
  const seen = await stranger.getByRole('main').innerText();
  await stranger.goto(`${address}/runs/AAAAAAAAAAAAAAAAAAAAAA/table-maps`);
  await expect(heading(stranger, 'There is no such set-up here')).toBeVisible();
  expect(await stranger.getByRole('main').innerText()).toBe(seen);
  expect(await stranger.content()).not.toContain('Handed on');

  // A colleague without the rights looks, and reads whom it waits for.
  const una = await another();
  await una.goto(run);
  await pressSignIn(una);
  await pick(una, 'Una Holm');
  await expect(una.getByRole('main')).toContainText('Alex Lund has to sign in');
  await expect(una.getByRole('main').getByRole('link', { name: /^Table maps/ })).toContainText(
    'Needs sign-in',
  );
  await una.goto(step);
  await expect(una.getByRole('region', { name: 'Start the table maps' })).toContainText(
    'This runs in the name of Alex Lund, who has to sign in.',
  );
  await button(una, 'Go on in my name').click();
  await expect(una.getByRole('alert')).toContainText('You can’t go on with this in your own name.');
  expect(await control.writes()).toEqual(before);

  // One with the rights opens it, and it goes on by itself.
  await control.speed(600);
  const mona = await another();
  await mona.goto(step);
  await pressSignIn(mona);
  await pick(mona, 'Mona Berg');
  await expect(activity(mona)).toContainText('goes on in the name of Mona Berg');
  await expect(button(mona, 'Continue to Portal site')).toBeVisible({ timeout: 60_000 });
  const writes = await control.writes();
  startedOnce(writes);
  expect(new Set(writes.slice(before.length).map(({ person }) => person))).toEqual(
    new Set(['mona.berg@contoso.example']),
  );

  // Alex is still there, and types: what he sends needs a sign-in, and is there when he comes back.
  await button(page, 'Continue to Portal site').click();
  await page.getByLabel('Name').fill('Contoso orders');
  await page.getByLabel('Address').fill('contoso-typed');
  const site = page.url();
  await page.clock.setSystemTime(Date.now() + 2 * 3_600_000);
  await button(page, 'Continue with this address').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Your sign-in has ended.');
  await alert.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.getByLabel('Address')).toHaveValue('contoso-typed');
  await expect(page.getByLabel('Name')).toHaveValue('Contoso orders');
  expect(page.url()).toBe(site);
  await button(page, 'Continue with this address').click();
  await expect(button(page, 'Create the portal site')).toBeEnabled();
  expect(await told()).toEqual([]);
});

test('consent is missing: which, who gives it, a link to hand on, and green when it is given', async ({
  page,
  another,
  product,
}) => {
  const { control, address } = product;
  await control.scenario('no-consent');
  // Whatever was granted before counts no more.
  await control.signOut('piet.visser@contoso.example');
  await signIn(page, address, 'Piet Visser');
  await beginSetUp(page, 'Without consent');
  const asks = page.getByRole('alert');
  await expect(asks).toContainText('Portico may not call this Microsoft service for you yet.');
  await expect(asks).toContainText('PowerApps Service: User');
  await expect(asks).toContainText('Global Administrator');
  await expect(asks.getByRole('button', { name: 'Copy the consent link' })).toBeVisible();
  const link = asks.getByRole('link', { name: /^Open the consent page/ });
  const href = (await link.getAttribute('href')) ?? '';
  await expect(asks).toContainText(href);

  // Sent on: a tenant administrator opens it at her own desk.
  const mona = await another();
  await mona.goto(href);
  await pick(mona, 'Mona Berg');
  await expect(heading(mona, 'Permissions requested for your organization')).toBeVisible();
  await button(mona, 'Cancel').click();
  await expect(mona.getByRole('alert')).toContainText('No consent was given.');
  await mona.goto(href);
  await pick(mona, 'Mona Berg');
  await button(mona, 'Accept').click();
  await expect(mona.getByText('the consent is given for everybody in your organization')).toBeVisible();
  await expectSignedOut(mona);
  expect(mona.url()).toBe(`${address}/`);

  await asks.getByRole('button', { name: 'Try again' }).click();
  await expect(button(page, 'Use this environment')).toBeEnabled();

  // The same of a single check, for another product: one click when it is given.
  await control.faults({
    kind: 'consent-missing',
    service: 'sign-in',
    endpoint: 'on-behalf-of',
    count: 1000,
  });
  await button(page, 'Use this environment').click();
  const check = page.getByRole('listitem').filter({ hasText: 'Missing permission' });
  await expect(check).toContainText('Dataverse: user_impersonation');
  await expect(check.getByRole('link', { name: /^Open the consent page/ })).toHaveAttribute('href', href);
  await control.faults({ clear: true });
  await check.getByRole('button', { name: 'Check again' }).click();
  await expect(button(page, /^Continue to/)).toBeVisible();
  expect(await control.writes()).toEqual([]);
});
