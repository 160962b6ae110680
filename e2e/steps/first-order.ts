import { expect, type Page } from '@playwright/test';
import { readLink, signUp } from './first-user.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** What the guide of the test order asks for, on the portal. @returns the order’s number */
async function orderOnThePortal(visitor: Page): Promise<string> {
  await visitor.getByRole('link', { name: 'Create order' }).click();
  await visitor.getByLabel('Requested receipt date').fill('2027-01-15');
  await visitor.getByLabel('Delivery address').fill('Main Street 1');
  await button(visitor, 'Next').click();
  await visitor.getByLabel('Quantity').fill('1');
  await button(visitor, 'Next').click();
  await expect(visitor.getByText('3 of 3: Summary')).toBeVisible();
  await button(visitor, 'Submit').click();
  const told = visitor.getByText(/^Your order has the number ORD-\d+\.$/);
  await expect(told).toBeVisible();
  return /ORD-\d+/.exec(await told.innerText())?.[0] ?? '';
}

/**
 * The step of the test order: begun, placed by somebody else, noticed, and followed to the other side.
 * @param registers Who orders hasn't registered yet, and finds their link in the guide.
 */
export async function placeTestOrder(
  page: Page,
  visitor: Page,
  name: string,
  registers = false,
): Promise<void> {
  await expect(page.getByText('Nobody has placed an order on the portal yet.').first()).toBeVisible();
  // Nothing is broken: it waits for whoever sits here, and the page's own button does it.
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await expect(steps.getByRole('link', { name: /^Test order ?Your turn$/ })).toBeVisible();
  await expect(page.getByRole('main').getByText('There is a problem')).toHaveCount(0);
  await button(page, 'Place a test order …').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`A sales order of ${name}`);
  await dialog.getByRole('button', { name: 'Watch while I do it' }).click();
  await expect(page.getByRole('main')).toContainText(`We watch for an order by ${name}.`);
  // The list says the same as the page: it is the turn of whoever sits here.
  await expect(page.getByText('It is your turn.')).toBeVisible();
  await expect(steps.getByRole('link', { name: /^Test order ?Your turn$/ })).toBeVisible();
  await expect(button(page, 'Copy the site’s address')).toBeVisible();
  if (registers) await signUp(visitor, await readLink(page));
  const number = await orderOnThePortal(visitor);
  const arrived = `The order ${number} that ${name} placed on the portal is in Dataverse and in finance and operations.`;
  await expect(page.getByText(`The test order ${number} has arrived on both sides`)).toBeVisible({
    timeout: 60_000,
  });
  const main = page.getByRole('main');
  await main.getByRole('button', { name: /checks? passed$/ }).click();
  await expect(main.getByText(arrived)).toBeVisible();
  await expect(button(page, 'Continue to Go live')).toBeEnabled();
}
