import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/gallery.ts';

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

for (const { name, query, width, forced } of looks) {
  test(`every state of every part, in ${name}: nothing for axe to find, nothing that runs over`, async ({
    page,
    gallery,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    if (forced) await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(gallery);
    const ids = await page
      .locator('[data-exhibit]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-exhibit') ?? ''));
    expect(ids.length).toBeGreaterThan(30);
    // A new state of a part costs time, and that is no fault.
    test.setTimeout(ids.length * 15_000);
    const faults: string[] = [];
    for (const id of ids) {
      await page.goto(`${gallery}?only=${id}&${query}`);
      await page.locator('#root > *').first().waitFor();
      faults.push(...(await axeFaults(page)).map((fault) => `${id}: ${fault}`));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) faults.push(`${id}: ${over} px run over to the side`);
    }
    expect(faults).toEqual([]);
  });
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? '?'}`);
}
