import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { collectRefusals } from '../fixtures/refusals.ts';

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name });

/** The check that stands open because something is wrong. */
export const finding = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: title, expanded: true }) });

/** Asks Mona Berg, and answers the link as it is shown, once. */
export async function askMona(page: Page, row: Locator): Promise<string> {
  await button(row, 'Ask somebody else').click();
  const dialog = page.getByRole('dialog', { name: 'Ask somebody else to do this' });
  await dialog.getByLabel('Name').fill('Mona Berg');
  await dialog.getByLabel('The link works for').selectOption({ label: '3 days' });
  await button(dialog, 'Make the link').click();
  const field = dialog.getByLabel('Link for Mona Berg');
  await expect(field).toBeFocused();
  const link = await field.inputValue();
  const mail = await dialog.getByRole('link', { name: 'Write a mail' }).getAttribute('href');
  expect(mail).toMatch(/^mailto:\?subject=/);
  expect(decodeURIComponent(mail ?? '')).toContain(link);
  await button(dialog, 'Close').click();
  await expect(dialog).toBeHidden();
  return link;
}

/** Another person's browser, in which nobody is signed in to anything; whatever it asks our API for is kept. */
export async function strangersBrowser(browser: Browser, address: string) {
  const context = await browser.newContext();
  const refused = await collectRefusals(context);
  const asked: string[] = [];
  context.on('request', (request) => {
    if (request.url().startsWith(address))
      asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  return { context, refused, asked };
}
