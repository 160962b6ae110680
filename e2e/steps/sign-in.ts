import { expect, type Page } from '@playwright/test';

/** Signs in as a persona of the rehearsal, as a person does. */
export async function signIn(page: Page, address: string, persona = 'Alex Lund'): Promise<void> {
  await page.goto(address);
  await pressSignIn(page);
  await pick(page, persona);
  await page.getByRole('heading', { name: 'Set-ups' }).waitFor();
}

export const pressSignIn = (page: Page) =>
  page.getByRole('button', { name: 'Sign in with Microsoft' }).click();

/** On the twin's sign-in page: who to be. */
export const pick = (page: Page, persona: string) =>
  page.getByRole('button', { name: new RegExp(`^${persona}`) }).click();

/** What everybody sees who isn't signed in, and nothing else. */
export const expectSignedOut = (page: Page) =>
  expect(page.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible();

/** Opens the person's menu and chooses from it. */
export async function fromMenu(page: Page, choice: 'Sign out' | 'Use another account'): Promise<void> {
  await page.getByRole('button', { name: /^You: / }).click();
  await page.getByRole('button', { name: choice }).click();
}
