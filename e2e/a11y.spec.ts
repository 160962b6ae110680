import { randomInt } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/gallery.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const looks: readonly {
  readonly name: string;
  readonly query: string;
  readonly width: number;
  readonly forced?: true;
}[] = [
  { name: 'light', query: 'theme=light', width: 1280 },
  { name: 'dark', query: 'theme=dark', width: 1280 },
  { name: 'forced colours', query: 'theme=light', width: 1280, forced: true },
  { name: 'a phone', query: 'theme=light', width: 320 },
  { name: 'long words', query: 'theme=light&locale=en-XA', width: 1280 },
  { name: 'right to left', query: 'theme=light&dir=rtl', width: 1280 },
];

/** Every state in the first look, and in each of the others a third of them, another one each time. `A11Y=full`: all. */
const whole = process.env['A11Y'] === 'full';
const turn = randomInt(3);

for (const { name, query, width, forced } of looks) {
  test(`every state of every part, in ${name}: nothing for axe to find, nothing that runs over`, async ({
    page,
    gallery,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    if (forced) await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${gallery}?${query}`);
    const links = page.locator('[data-exhibit]');
    await links.first().waitFor();
    const ids = await links.evaluateAll((all) => all.map((link) => link.getAttribute('data-exhibit') ?? ''));
    expect(ids.length).toBeGreaterThan(30);
    const looked = whole || name === 'light' ? ids : ids.filter((_, index) => index % 3 === turn);
    // A new state of a part costs time, and that is no fault.
    test.setTimeout(looked.length * 15_000);
    // Brings axe into the page, which stays the same: loading both anew for each state took most of the time.
    const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze();
    const faults = violations.map(({ id }) => `the list: ${id}`);
    for (const id of looked) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, id);
      await page.locator(`html[data-shown="${id}"]`).waitFor();
      faults.push(...(await axeFaults(page)).map((fault) => `${id}: ${fault}`));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) faults.push(`${id}: ${over} px run over to the side`);
      await closeDialog(page);
    }
    expect(faults).toEqual([]);
  });
}

/** A dialog that is taken away while it is open leaves the page behind it hidden. */
async function closeDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').first();
  if (!(await dialog.isVisible())) return;
  await dialog.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect(page.locator('#root[aria-hidden="true"]')).toHaveCount(0);
}

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
}

const axeFaults = (page: Page): Promise<string[]> =>
  page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? '?'}`);
  }, tags);
