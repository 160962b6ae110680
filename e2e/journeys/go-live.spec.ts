// From a trial that stands to a public production site, by what the page says.
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/product.ts';
import { beginSetUp, chooseEnvironment, createSite, startMaps } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

test('a trial with its dates, converted, made public, and what the hub says of it', async ({
  page,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  await signIn(page, product.address);
  await beginSetUp(page, 'Goes live');
  await chooseEnvironment(page);
  await startMaps(page);
  await createSite(page, 'Contoso orders', 'contoso-live');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /^Go live/ })
    .click();

  // The dates are there before anything is decided, and a file of them.
  await expect(page.getByRole('main').getByText(/The site is a trial\. \d+ days are left\./)).toBeVisible();
  const saving = page.waitForEvent('download');
  await button('Save a reminder for your calendar').click();
  const file = await (await saving).path();
  expect(await readFile(file, 'utf8')).toMatch(
    /^BEGIN:VCALENDAR\r\n[^]*TRIGGER:-P14D\r\n[^]*TRIGGER:-P3D\r\n/,
  );

  // Later: somebody has to have a name, and then the run can end.
  await page.getByText('Convert it later', { exact: true }).click();
  await expect(button('Leave it a trial for now')).toBeDisabled();
  await page.getByLabel('Who converts it, and knows until when').fill('Mona Berg');
  await button('Leave it a trial for now').click();
  await expect(button('Continue to Report')).toBeEnabled();
  await expect(page.getByRole('main').getByText(/as decided\. Mona Berg converts it before/)).toBeVisible();

  // Now after all.
  await button('Convert it now after all').click();
  await button('Check whether it can be converted').click();
  await expect(page.getByRole('main').getByText('It can’t become a trial again')).toBeVisible();
  await button('Convert the site to production').click();
  await expect(
    page.getByRole('main').getByText('Contoso orders is a production site: it stays.'),
  ).toBeVisible({
    timeout: 60_000,
  });

  // In production, and for colleagues only: that is no finished step, and the page's own button goes on with it.
  const step = page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: /^Go live/ });
  await expect(step).toHaveText(/Your turn$/);
  await expect(page.getByRole('main').getByText(/^Only colleagues can open the site/)).toBeVisible();
  const dialog = page.getByRole('dialog');
  await button('Make the site public …').click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(button('Make the site public …')).toBeFocused();

  // To stay so is a decision, with a reason; it is taken back as easily.
  await button('Leave this for later, and say why …').click();
  await page.getByLabel('Why it is fine here').fill('The customer opens it after the training.');
  await button('Go on without it').click();
  await expect(button('Continue to Report')).toBeEnabled();
  await expect(step).toHaveText(/Done without 1 check, as decided$/);
  await expect(
    page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: /^Report/ }),
  ).toHaveText(/Can be read at any time$/);
  // It isn't hidden by that.
  await button(/^Only colleagues can open the site/).click();
  await button('Take this back').click();

  await button('Make the site public …').click();
  await dialog.getByRole('button', { name: 'Make the site public' }).click();
  await expect(button('Make the site private …')).toBeVisible({ timeout: 60_000 });

  // Nothing is deleted before the address was typed.
  await button('Delete the site’s host …').click();
  const remove = dialog.getByRole('button', { name: 'Delete the site’s host' });
  await expect(remove).toBeDisabled();
  await dialog.getByLabel(/^Type contoso-live/).fill('contoso-other');
  await expect(remove).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.goto(page.url().replace(/\/go-live$/, ''));
  await expect(page.getByRole('heading', { name: 'Nothing needs repair' })).toBeVisible();
  const sent = (await product.control.writes()).map(({ endpoint }) => endpoint);
  expect(sent.filter((each) => /^(convert|updateSite|delete)/.test(each))).toEqual([
    'convertToProduction',
    'updateSiteVisibility',
  ]);
});
