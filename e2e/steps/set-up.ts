import { expect, type Page } from '@playwright/test';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Begins a set-up for a customer; it opens on its first step. */
export async function beginSetUp(page: Page, customer: string): Promise<void> {
  await page.getByLabel('Customer').fill(customer);
  await press(page, 'Begin the set-up');
  await expect(page.getByRole('heading', { level: 1, name: 'Environment' })).toBeVisible();
}

/** Takes the environment that fits best, and goes on to the first thing that needs a person. */
export async function chooseEnvironment(page: Page): Promise<void> {
  await press(page, 'Use this environment');
  await press(page, 'Continue to Table maps');
}

/** Decides the maps as suggested and has Portico start them. */
export async function startMaps(page: Page): Promise<void> {
  await press(page, 'Check the maps with this choice');
  await press(page, /^Start \d+ table maps/);
  await press(page, 'Continue to Portal site');
}

/** Names the site, has Portico create it, and answers where it is. */
export async function createSite(page: Page, name: string, subdomain: string): Promise<string> {
  await page.getByLabel('Name').fill(name);
  const address = page.getByLabel('Address');
  await address.fill(subdomain);
  // Who types goes on as people do: that looks whether the address is free.
  await address.press('Enter');
  const changes = page.getByRole('region', { name: 'What will change' });
  await expect(changes).toContainText('Microsoft usually takes about 15 minutes for it.');
  await press(page, 'Create the portal site');
  const link = page.getByRole('link', { name: 'Open the site' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  return (await link.getAttribute('href')) ?? '';
}
