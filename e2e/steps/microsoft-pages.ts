import type { Page } from '@playwright/test';

const maps = [
  'Customers V3 (accounts)',
  'Customers V3 (contacts)',
  'CDS released distinct products (products)',
  'CDS sales order headers (salesorders)',
  'CDS sales order lines (salesorderdetails)',
];

/** What the guide asks for on the dual-write page, click by click. */
export async function runMapsByHand(page: Page, person = 'Alex Lund'): Promise<void> {
  await pickPerson(page, person);
  for (const map of maps) await page.getByRole('checkbox', { name: map, exact: true }).first().check();
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByLabel('Initial sync', { exact: true }).check();
  await page.getByLabel('Master for initial sync').selectOption('Finance and Operations apps');
  await page.getByRole('button', { name: 'Run' }).click();
}

/** What the guide asks for in Power Pages. */
export async function createSiteByHand(
  page: Page,
  name: string,
  subdomain: string,
  person = 'Alex Lund',
): Promise<void> {
  await pickPerson(page, person);
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('link', { name: 'Dynamics 365' }).click();
  await page.getByRole('link', { name: 'Customer Portal' }).click();
  await page.getByLabel(/site a name/i).fill(name);
  await page.getByLabel(/web address/i).fill(subdomain);
  await page.getByRole('button', { name: 'Done' }).click();
}

/** What the guide asks for in the app Power Pages Management, from the list of sites on. */
export async function inviteByHand(
  page: Page,
  name: string,
  role: string,
  person = 'Alex Lund',
): Promise<void> {
  const to = async (list: 'Contacts' | 'Web Roles', one: string) => {
    await page.getByRole('link', { name: list, exact: true }).click();
    await page.getByRole('link', { name: one, exact: true }).click();
  };
  await pickPerson(page, person);
  await page.getByRole('link', { name: /^Power Pages Management/ }).click();
  await to('Contacts', name);
  await page.getByLabel('Account Name').selectOption({ label: 'Litware (US-002)' });
  await page.getByLabel('Currency').selectOption({ label: 'USD' });
  await page.getByLabel('Price List').selectOption({ label: 'Contoso USD' });
  await page.getByLabel('Country/Region').fill('US');
  await page.getByRole('button', { name: 'Save' }).click();
  await to('Web Roles', role);
  const related = page.getByRole('navigation', { name: 'Related' });
  await related.getByRole('link', { name: 'Contacts' }).click();
  await page.getByLabel('Contact', { exact: true }).selectOption({ label: name });
  await page.getByRole('button', { name: 'Add Existing Contact' }).click();
  await to('Contacts', name);
  await page.getByRole('link', { name: 'Create Invitation' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
}

/** What the remedy asks an administrator for: “Settings”, “Users + permissions”, “Users”, “Manage security roles”. */
export async function giveRoleByHand(page: Page, to: string, person: string): Promise<void> {
  await pickPerson(page, person);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByRole('link', { name: to }).click();
  await page.getByRole('link', { name: 'Manage security roles' }).click();
  await page.getByRole('checkbox', { name: 'System Administrator' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
}

export async function pickPerson(page: Page, person: string): Promise<void> {
  await page.waitForLoadState();
  const picked = page.getByRole('button', { name: person });
  if (await picked.isVisible()) await picked.click();
}
