import type { Page } from '@playwright/test';

/** Signs in as a persona of the rehearsal, as a person does. */
export async function signIn(page: Page, address: string, persona = 'Alex Lund'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await page.getByRole('button', { name: persona }).click();
  await page.getByRole('heading', { name: 'Set-ups' }).waitFor();
}
