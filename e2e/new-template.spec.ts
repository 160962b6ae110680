import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures/gallery.ts';

test('Alt with an arrow leads from one open conflict to the next, and leaves those alone that are decided', async ({
  page,
  gallery,
}) => {
  await page.goto(`${gallery}#update-text`);
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeFocused();
  const stop = (name: string) => page.getByRole('region', { name, exact: true });

  await page.keyboard.press('Alt+ArrowDown');
  await expect(stop('Conflict 2 of 2')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(stop('Title')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(stop('Conflict 2 of 2')).toBeFocused();

  // The button at the foot goes on from where the person was, not from where the button stands.
  await page.getByRole('button', { name: 'Next that needs you' }).click();
  await expect(stop('Title')).toBeFocused();
});

test('what somebody decided says who, and is shown as chosen', async ({ page, gallery }) => {
  await page.goto(`${gallery}#update-text`);
  const conflict = page.getByRole('region', { name: 'Conflict 1 of 2', exact: true });
  await expect(conflict.getByRole('button', { name: 'Keep yours' })).toHaveAttribute('aria-pressed', 'true');
  await expect(conflict.getByText(/^Decided by Mona Berg/)).toBeVisible();
  const other = page.getByRole('region', { name: 'Conflict 2 of 2', exact: true });
  await expect(other.getByRole('button', { pressed: true })).toHaveCount(0);
});

test('a text is written in an editor that Tab leaves, begins with what is decided, and axe finds nothing in it', async ({
  page,
  gallery,
}) => {
  await page.goto(`${gallery}#update-text`);
  await page.getByRole('button', { name: 'A suggestion: read it before you take it' }).click();
  await page.getByRole('button', { name: 'Put it into the text and edit' }).click();
  const editor = page.getByRole('textbox', { name: 'Copy (the page’s text)' });
  await expect(editor).toBeFocused();
  await expect(editor).toContainText('<h1>Welcome to Contoso</h1>');
  await expect(editor).toContainText('<a href="/orders?view=open">Order history</a>');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Save this text as the decision' })).toBeFocused();

  await page.getByRole('button', { name: 'The whole text side by side' }).first().click();
  await expect(page.getByRole('textbox', { name: 'New template' })).toContainText('Order history');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${String(nodes[0]?.target)}`)).toEqual([]);

  await page.getByRole('button', { name: 'Don’t use it' }).click();
  await expect(page.getByRole('region', { name: 'Copy (the page’s text)', exact: true })).toBeFocused();
});

test('of ten thousand records only those near are drawn, and few words find one', async ({
  page,
  gallery,
}) => {
  await page.goto(`${gallery}#update-many`);
  await page.getByLabel('Show').selectOption({ label: 'All changed records' });
  await expect(page.getByRole('link', { name: 'Record 1', exact: true })).toBeVisible();
  expect(await page.getByRole('link', { name: /^Record / }).count()).toBeLessThan(200);
  await page.getByLabel('Find by name').fill('record 9876');
  await expect(page.getByRole('link', { name: /^Record / })).toHaveText(['Record 9876']);
});

test('a template that somebody kept is chosen by keyboard, and said by its fingerprint before it is compared', async ({
  page,
  gallery,
}) => {
  await page.goto(`${gallery}#update-from-file`);
  const from = page.getByRole('group', { name: 'Where the new template comes from' });
  await from.getByRole('radio', { name: 'From a file' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(from.getByRole('radio', { name: 'From a folder' })).toBeChecked();
  await page.keyboard.press('Tab');
  const folder = page.getByLabel('Folder that “pac pages download” wrote');
  await expect(folder).toBeFocused();
  await expect(folder).toHaveAttribute('webkitdirectory', '');
  await expect(page.getByText('Choose the folder. Comparing changes nothing.')).toBeVisible();

  await from.getByText('From a file', { exact: true }).click();
  const file = page.getByLabel('Snapshot file', { exact: true });
  await expect(file).not.toHaveAttribute('webkitdirectory');
  await file.setInputFiles({
    name: 'customer-portal-10.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}'),
  });
  await expect(page.getByRole('status').filter({ hasText: 'customer-portal-10.json' })).toContainText(
    'fingerprint 5c0f1a9be3d2',
  );
  await expect(page.getByRole('button', { name: 'Compare with this template' })).toBeEnabled();
});

test('what is kept of a site can be taken away, in plain words and by keyboard', async ({
  page,
  gallery,
}) => {
  await page.goto(`${gallery}#update-overview`);
  const fold = page.getByRole('button', { name: 'Snapshots of this site' });
  await fold.focus();
  await page.keyboard.press('Enter');
  for (const name of ['the site as it was made', 'the site as it is now', 'the new template'])
    await expect(page.getByRole('button', { name: `Download the snapshot: ${name}` })).toBeEnabled();
  await expect(page.getByLabel('Somebody kept this site as it was made: their file')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${String(nodes[0]?.target)}`)).toEqual([]);
});

test('a page that is drawn says its language, and axe finds nothing that the drawing brought in', async ({
  page,
  context,
  gallery,
}) => {
  await page.goto(`${gallery}#preview`);
  const frames = page.locator('iframe');
  await expect(frames).toHaveCount(2);
  const drawn = await frames.last().getAttribute('srcdoc');
  expect(drawn).toContain('<html lang="en-US">');
  expect(drawn).not.toContain('alert');
  // Within the frame nothing runs, axe no more than anything else.
  const alone = await context.newPage();
  await alone.setContent(drawn ?? '');
  await expect(alone.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: alone }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${String(nodes[0]?.target)}`)).toEqual([]);
});

test('a record that only the template has is taken or left as a whole', async ({ page, gallery }) => {
  await page.goto(`${gallery}#update-setting`);
  await expect(page.getByRole('button', { name: 'Keep the setting as it is today' })).toBeVisible();
  await page.getByRole('button', { name: 'The same, column by column' }).click();
  await expect(page.getByText('What the new template has.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep yours' })).toHaveCount(0);
});

test('what nobody knows of the beginning is said, and two whole texts are never put one after the other', async ({
  page,
  gallery,
}) => {
  await page.goto(`${gallery}#update-unknown`);
  await page.getByLabel('Also show how it was at first').click();
  await expect(page.getByText('How it was at first isn’t known.').first()).toBeVisible();
  await expect(page.getByText('Nothing stands here.')).toHaveCount(0);
  const text = page.getByRole('region', { name: 'Value', exact: true });
  await expect(text.getByRole('button', { name: 'Keep yours' }).first()).toBeVisible();
  await expect(text.getByRole('button', { name: /^Keep both/ })).toHaveCount(0);
  // With a beginning that is known both may stay.
  await page.goto(`${gallery}#update-text`);
  await expect(page.getByRole('button', { name: /^Keep both/ }).first()).toBeVisible();
});
