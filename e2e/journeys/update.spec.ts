// From "a new template is out" to applied, and taken back, by what the page says.
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/product.ts';
import { beginSetUp, chooseEnvironment } from '../steps/set-up.ts';
import { pick, signIn } from '../steps/sign-in.ts';

// As in the journey of files: no sites of others beside it, made in a time that ran ahead.
test.use({ story: 'templates' });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** The list of all customers, as it shows this one. */
async function seesUpdates(
  page: Page,
  address: string,
  look: (row: Locator) => Promise<void>,
): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Updates across customers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Updates across customers' })).toBeVisible();
  await look(page.getByRole('listitem').filter({ hasText: 'Keeps up' }));
}

/** The footer of the home page, before and after somebody takes the template’s over. */
async function seesWhatADecisionLooksLike(page: Page): Promise<void> {
  // The list is long: only what is in sight is there.
  await page.getByLabel('Find by name').fill('Footer');
  await page.getByRole('link', { name: 'Footer', exact: true }).click();
  await button(page, 'Preview of the page').click();
  const now = page.frameLocator('iframe[title="As it is now: “Home”"]').locator('footer');
  const then = page.frameLocator('iframe[title="As it will be: “Home”"]').locator('footer');
  for (const footer of [now, then]) await expect(footer).toContainText(/\d{4}\. Contoso Ltd\. All rights/);
  await expect(
    page.getByText(/^The page “Home” at \/, with what is decided so far\. Where nobody has decided/),
  ).toBeVisible();
  await button(page, 'Take the new template’s').click();
  await expect(then).toContainText(/\d{4} Contoso Ltd\.\. All rights/);
  await expect(now).toContainText(/\d{4}\. Contoso Ltd\. All rights/);
  await button(page, 'Preview of the page').click();
  await page.getByRole('link', { name: 'Back to the overview' }).click();
  await page.getByLabel('Find by name').fill('');
}

test('a new template goes into a customised site: decided, written as a whole, and taken back', async ({
  page,
  product,
  another,
}) => {
  await product.control.scenario('customised-site');
  await signIn(page, product.address);
  await beginSetUp(page, 'Keeps up');
  await chooseEnvironment(page);
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /^New template/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'New template' })).toBeVisible();
  await page.getByText('Contoso Sandbox', { exact: true }).click();
  await page.getByText('Contoso reference', { exact: true }).click();
  await button(page, /^Compare with “/).click();
  await expect(button(page, 'Go to the first that needs you')).toBeVisible({ timeout: 60_000 });
  await seesUpdates(page, product.address, async (row) => {
    await expect(row).toContainText('Which template the site was made from isn’t known');
    await expect(row).toContainText(
      /A newer template is known: “Contoso reference”, met first on .+ at “.+”\./,
    );
    await expect(row).toContainText(
      /Predicted: .+ things are to decide\. As the site was on .+ when the step is opened/,
    );
    await row.getByRole('link', { name: 'Go on with New template' }).click();
  });
  await expect(button(page, 'Go to the first that needs you')).toBeVisible({ timeout: 60_000 });
  await seesWhatADecisionLooksLike(page);
  // The list above it is long: it stands still before it is pressed.
  await button(page, 'Decide many conflicts at once').scrollIntoViewIfNeeded();
  await button(page, 'Decide many conflicts at once').click();
  // Once for all kinds; what decides about rights or security isn't among them.
  const all = page.getByRole('group', { name: 'All kinds, but for rights and security settings' });
  await all.getByRole('button', { name: 'Keep your site as it is' }).click();
  await expect(all).toHaveCount(0);
  await expect(page.getByText(/^5 things still need somebody\./)).toBeVisible();

  // What no rule decides: who may do what, what is safe, and a marker that would lead to a page that was deleted.
  await button(page, 'Go to the first that needs you').click();
  const allow = button(page, 'Allow exactly this change');
  const way = allow.or(button(page, 'Keep yours')).or(button(page, 'Leave it out'));
  for (let left = 4; left > 0; left -= 1) {
    await way.first().click();
    const words = left > 1 ? `${left} things are left to decide.` : 'One thing is left to decide.';
    await expect(page.getByText(words)).toBeVisible();
    const heading = page.getByRole('heading', { level: 1 });
    const before = await heading.textContent();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(heading).not.toHaveText(before ?? '');
  }
  await way.first().click();
  await expect(page.getByText(/Nothing needs anybody any more\./)).toBeVisible();
  await button(page, 'Back to the overview').click();
  const apply = button(page, /^Apply the update: write \d+ records$/);
  await expect(apply).toBeEnabled({ timeout: 30_000 });

  const download = async (name: string) => {
    const downloading = page.waitForEvent('download');
    await button(page, name).click();
    return readFile(await (await downloading).path(), 'utf8');
  };
  expect(await download('Download it as JSON')).toMatch(/"number": 5,\s+"record": "[^"]+"/);
  // For those who approve changes: so many rows as records are written, each with who decided.
  const document = await download('Download the plan');
  const rows = document.match(/<th scope="row">/g) ?? [];
  await expect(apply).toHaveText(`Apply the update: write ${rows.length} records`);
  expect(document).toMatch(/High: .+Alex Lund|Alex Lund.+High: /s);

  await apply.click();
  const main = page.getByRole('main');
  await expect(main.getByText('The site has all that you took over from the new template.')).toBeVisible({
    timeout: 90_000,
  });
  // The site itself shows it, to whoever may see a private one.
  const visitor = await another();
  await visitor.goto(product.control.siteAt('contoso-orders'));
  await pick(visitor, 'Alex Lund');
  const footer = visitor.frameLocator('iframe[title="Home"]').locator('footer');
  await expect(footer).toContainText(/\d{4} Contoso Ltd\.\. All rights/);

  await seesUpdates(page, product.address, async (row) => {
    await expect(row).toContainText('The site stands on “Contoso reference”, taken over on');
    await expect(row).not.toContainText('Predicted');
    await row.getByRole('link', { name: 'Open New template' }).click();
  });
  await button(page, 'Take the update back …').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the update back' }).click();
  await expect(main.getByText('The update was taken back: the site is as it was before.')).toBeVisible({
    timeout: 90_000,
  });
  await visitor.reload();
  await expect(footer).toContainText(/\d{4}\. Contoso Ltd\. All rights/);
  // It may go in once more, and the list says the same as the step.
  const again = (await button(page, /^Apply the update: write \d+ records$/).textContent()) ?? '';
  const records = /\d+/.exec(again)?.[0];
  await seesUpdates(page, product.address, async (row) => {
    await expect(row).toContainText(`Predicted: everything is decided, and ${records} records go in`);
  });
});
