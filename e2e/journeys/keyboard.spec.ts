import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/product.ts';
import { press, tabTo } from '../steps/keyboard.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** After a change of page the focus is on its heading, so that it is read out and Tab goes on from there. */
const onPage = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeFocused();

test('the whole automatic journey without a mouse', async ({ page, product }) => {
  await product.control.scenario('contoso-fresh');

  await page.goto(product.address);
  // How fast time passes is said before the sign-in too, where the texts of the API aren't there yet.
  await expect(page.getByRole('region', { name: 'Rehearsal.' })).toContainText('is over in 6 seconds.');
  await press(page, button(page, 'Sign in with Microsoft'));
  await press(page, page.getByRole('button', { name: /^Alex Lund/ }));

  await expect(page.getByRole('heading', { level: 1, name: 'Set-ups' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, page.getByLabel('Customer'));
  await page.keyboard.type('Keyboard');
  await page.keyboard.press('Enter');

  await onPage(page, 'Environment');
  // One stop for the group; arrows choose in it and wrap around.
  const best = page.getByRole('radio', { name: /^Contoso Production/ });
  await tabTo(page, best);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Contoso Sandbox' })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(best).toBeChecked();
  await press(page, button(page, 'Use this environment'));
  const onward = button(page, 'Continue to Table maps');
  await expect(onward).toBeEnabled();
  // It took the place of the button that was pressed: nothing jumps away under the person's fingers.
  await expect(onward).toBeFocused();
  await press(page, onward);

  await onPage(page, 'Table maps');
  await press(page, button(page, 'Check the maps with this choice'), 'Space');
  const start = button(page, /^Start \d+ table maps/);
  await expect(start).toBeEnabled();
  // What is to be read before lies below the fold: the focus is there.
  await expect(page.getByRole('heading', { name: 'What will change' })).toBeFocused();
  await product.control.speed(20);
  await press(page, start);
  // The button is gone and the work has begun: the focus goes to what the person now watches.
  await expect(page.getByRole('heading', { name: 'Start the table maps' })).toBeFocused();
  await press(page, button(page, 'Stop this'));
  await expect(button(page, 'Keep going')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Stop this')).toBeFocused();
  await product.control.speed(600);
  // It ends by itself and takes the watched away, together with the button that had the focus.
  await expect(button(page, 'Continue to Portal site')).toBeVisible({ timeout: 60_000 });
  await onPage(page, 'Table maps');
  await press(page, button(page, 'Continue to Portal site'));

  await onPage(page, 'Portal site');
  await tabTo(page, page.getByLabel('Name'));
  await page.keyboard.type('Contoso orders');
  await tabTo(page, page.getByLabel('Address'));
  await page.keyboard.type('contoso-keyboard');
  await press(page, button(page, 'Continue with this address'));
  await press(page, button(page, 'Create the portal site'));
  await expect(page.getByRole('link', { name: /^Open the site/ })).toBeVisible({ timeout: 60_000 });
  await tabTo(page, page.getByRole('link', { name: /^Open the site/ }));
  await press(page, button(page, 'Continue to First users'), 'Space');

  await onPage(page, 'First users');
  await tabTo(page, page.getByLabel(/^Find contacts/));
  await page.keyboard.type('US-P02');
  await page.keyboard.press('Enter');
  await press(page, button(page, 'Choose Ben Ortiz, US-P02'));
  await expect(page.getByLabel('Web role of Ben Ortiz')).toBeFocused();
  await page.keyboard.type('Authorized');
  await tabTo(page, page.getByLabel(/^Find customers/));
  await page.keyboard.type('US-002');
  await page.keyboard.press('Enter');
  const customer = page.getByLabel(/^Customer that Ben Ortiz/);
  await expect(customer.getByRole('option')).toHaveCount(2);
  await tabTo(page, customer);
  await page.keyboard.type('Litware');
  await press(page, button(page, 'Check this contact'));
  await press(page, button(page, 'Invite this contact'));
  await expect(button(page, 'Continue to Test order')).toBeVisible({ timeout: 60_000 });
  await press(page, button(page, 'Show the link for Ben Ortiz'));
  await expect(page.getByLabel('Link for Ben Ortiz')).toBeFocused();
  await press(page, button(page, 'Continue to Test order'), 'Space');

  await onPage(page, 'Test order');
  // An order takes somebody else: whoever can't wait goes on by the list of steps.
  await press(page, page.getByRole('link', { name: /^Go live/ }));

  await onPage(page, 'Go live');
  const later = page.getByRole('radio', { name: 'Convert it later' });
  await tabTo(page, page.getByRole('radio', { name: 'Convert it now' }));
  await page.keyboard.press('ArrowDown');
  await expect(later).toBeChecked();
  await tabTo(page, page.getByLabel('Who converts it, and knows until when'));
  await page.keyboard.type('Mona Berg');
  await press(page, button(page, 'Leave it a trial for now'));
  await press(page, button(page, 'Continue to Report'), 'Space');
  await onPage(page, 'Report');
  await tabTo(page, button(page, 'Download the report'));
  await press(page, button(page, 'Save and leave'));
  await onPage(page, 'Set-ups');
});
