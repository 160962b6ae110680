import { expect, type Locator, type Page } from '@playwright/test';

/** So many stops at most: further away, nobody finds it with the Tab key. */
const patience = 40;

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Goes to a control with the Tab key alone and sees that the focus shows there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; !(await isFocused(target)); stops += 1) {
    if (stops > patience)
      throw new Error(`${target.toString()} isn’t reached within ${patience} stops of the Tab key.`);
    await page.keyboard.press('Tab');
  }
  await expectFocusToShow(page, target);
}

/** Presses a control as a person without a mouse does. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await expect(target).toBeEnabled();
  await page.keyboard.press(key);
}

/** The focused control must look different from the same control without focus. */
async function expectFocusToShow(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const shows = async () => {
    const clip = await around(target);
    const look = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    const focused = await look();
    await target.evaluate((element: HTMLElement) => element.blur());
    const plain = await look();
    // Chromium shows the focus that a script sets as it showed the last one, so this is the keyboard's again.
    await target.evaluate((element: HTMLElement) => element.focus());
    expect(await around(target), `${target.toString()} stands still while it is looked at`).toEqual(clip);
    expect(focused.equals(plain), `the focus of ${target.toString()} shows`).toBe(false);
  };
  // Again, because an answer may arrive meanwhile and move what is looked at.
  await expect(shows).toPass({ timeout: 5_000 });
}

/** Where a control is on the page, with room for its ring, in CSS pixels. */
async function around(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target.toString()} has the focus and can’t be seen.`);
  return {
    x: Math.max(0, box.x - 6),
    y: Math.max(0, box.y - 6),
    width: box.width + 12,
    height: box.height + 12,
  };
}
