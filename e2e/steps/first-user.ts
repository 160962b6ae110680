import { expect, type Page } from '@playwright/test';
import { pick } from './sign-in.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Contacts came with the maps; whose orders this one places only a person knows. */
export async function chooseBen(page: Page): Promise<void> {
  await page.getByLabel(/^Find contacts/).fill('US-P02');
  await button(page, 'Find').click();
  const contacts = page.getByRole('list', { name: 'Contacts' });
  await expect(contacts).toContainText('ben.ortiz@usmf.contoso.example · US-P02 · USMF · no customer yet');
  await button(page, 'Choose Ben Ortiz, US-P02').click();
  const role = page.getByLabel('Web role of Ben Ortiz');
  await expect(role).toBeFocused();
  // What each role sees is said before one is chosen, and one is suggested, not chosen.
  await expect(page.getByText('Sees all orders of their company and who placed them')).toBeVisible();
  await expect(role.getByRole('option', { name: 'Authorized users (suggested)' })).toBeAttached();
  await expect(role).toHaveValue('');
  await role.selectOption({ label: 'Customer representative' });
  await page.getByLabel(/^Find customers/).fill('US-002');
  await button(page, 'Find').last().click();
  await page.getByLabel(/^Customer that Ben Ortiz/).selectOption({ label: 'Litware (US-002) · USMF' });
  await staysInside(page);
  await button(page, 'Check this contact').click();
  await expect(page.getByText('US, filled in from the customer').first()).toBeVisible();
}

/** However long the customers' names are, at the width where the page has three columns too. */
async function staysInside(page: Page): Promise<void> {
  const rows = page.getByRole('list', { name: 'Chosen people' });
  const field = await page.getByLabel(/^Customer that Ben Ortiz/).boundingBox();
  const row = await rows.boundingBox();
  if (!field || !row) throw new Error('The row of the chosen person isn’t drawn.');
  expect(field.x + field.width).toBeLessThanOrEqual(row.x + row.width);
}

/** The link of who is invited, as it is shown once. */
export async function readLink(page: Page): Promise<string> {
  await button(page, /^Show the link for /).click({ timeout: 60_000 });
  const link = await page.getByRole('textbox', { name: /^Link for / }).inputValue();
  expect(link).toMatch(/\/register\/\?invitationCode=\w{32,}$/);
  return link;
}

/** Ben in a browser of his own. A new site is private: whoever isn't of the house is kept out, so somebody of it opens it. */
export async function signUp(visitor: Page, link: string): Promise<void> {
  await visitor.goto(link);
  await pick(visitor, 'Alex Lund');
  await visitor.goto(link);
  await button(visitor, 'Register').click();
  await expect(
    visitor.getByText(/^Welcome, Ben Ortiz\. You see all orders of your company\.$/),
  ).toBeVisible();
  await expect(visitor.getByRole('heading', { name: 'Create order' })).toBeVisible();
}
