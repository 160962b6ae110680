import { expect, type Page } from '@playwright/test';
import { pick } from './sign-in.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** From the step of the first users on: one contact is chosen and invited. @returns their link */
export async function inviteOne(page: Page): Promise<string> {
  // Contact persons came with the maps.
  await page.getByLabel(/^Find contacts/).fill('US-C001');
  await button(page, 'Find').click();
  await button(page, /^Choose /).click();
  await page.getByLabel(/^Web role of /).selectOption({ label: 'Customer representative' });
  await button(page, 'Check this contact').click();
  await button(page, 'Invite this contact').click();
  await button(page, /^Show the link for /).click({ timeout: 60_000 });
  return page.getByLabel(/^Link for /).inputValue();
}

/** Somebody takes the link and signs up. A new site is private, so somebody of the house opens it for them. */
export async function signUp(visitor: Page, link: string): Promise<void> {
  await visitor.goto(link);
  await pick(visitor, 'Alex Lund');
  await visitor.goto(link);
  await button(visitor, 'Register').click();
  await expect(visitor.getByText(/^Welcome, /)).toBeVisible();
}

/** What the guide of the test order asks for, on the portal. @returns the order’s number */
export async function orderOnThePortal(visitor: Page): Promise<string> {
  await visitor.getByRole('link', { name: 'Create order' }).click();
  await visitor.getByLabel('Requested receipt date').fill('2027-01-15');
  await visitor.getByLabel('Delivery address').fill('Main Street 1');
  await visitor.getByLabel('Quantity').fill('1');
  await button(visitor, 'Submit').click();
  const told = visitor.getByText(/^Your order has the number ORD-\d+\.$/);
  await expect(told).toBeVisible();
  return /ORD-\d+/.exec(await told.innerText())?.[0] ?? '';
}

/** The step of the test order: begun, placed by somebody else, and noticed. */
export async function placeTestOrder(page: Page, visitor: Page): Promise<void> {
  await button(page, 'Place a test order …').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('A sales order of Cora Lind');
  await dialog.getByRole('button', { name: /^Place|^Watch|^Start/ }).click();
  await expect(page.getByRole('main')).toContainText('We watch for an order by Cora Lind.');
  const number = await orderOnThePortal(visitor);
  await expect(page.getByText(`The order ${number} that Cora Lind placed`).first()).toBeVisible({
    timeout: 60_000,
  });
}
