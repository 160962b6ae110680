import type { Browser, Page } from '@playwright/test';
import { signIn } from '../steps/sign-in.ts';
import type { Shown } from '../../tools/page-figures.ts';
import { play, timeInteractions } from './interactions.ts';

interface Where {
  readonly address: string;
  /** How many set-ups are listed. */
  readonly count: number;
  /** The set-up with as many events: the newest, so the first of the list. */
  readonly run: string;
}

/** As the bar asks. */
const slowdown = 4;

/** Somebody who works with a long list and a long set-up, on a slow processor. */
export async function visit(browser: Browser, { address, count, run }: Where): Promise<readonly Shown[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await timeInteractions(page);
    await signIn(page, address);
    const name = (index: number) =>
      page.getByRole('link', { name: `Customer ${String(index).padStart(5, '0')}` });
    await name(count).waitFor();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const find = page.getByLabel('Find a set-up');
    const press = (key: string) => () => page.keyboard.press(key);
    const shown = await play(page, [
      ['open the help', () => page.getByRole('button', { name: 'Help' }).click()],
      ['close the help', press('Escape')],
      ['go into the field', () => find.click()],
      ['type', press('0')],
      ['type more', press('0')],
      [
        'type what few have',
        async () => {
          await page.keyboard.press('4');
          await page.keyboard.press('2');
          await page.keyboard.press('0');
          await name(420).waitFor();
        },
      ],
      [
        'empty the field',
        async () => {
          await page.keyboard.press('Control+A');
          await page.keyboard.press('Delete');
          await name(count).waitFor();
        },
      ],
      ['go on with the keyboard', press('Tab')],
      [
        'jump to the end',
        async () => {
          await page.keyboard.press('Control+End');
          await name(1).waitFor();
        },
      ],
      [
        'jump to the beginning',
        async () => {
          await page.keyboard.press('Control+Home');
          await name(count).waitFor();
        },
      ],
      [
        'open a set-up',
        async () => {
          await name(count).click();
          await page.getByRole('heading', { name: 'What is happening' }).waitFor();
        },
      ],
      ...inRun(page),
    ]);
    if (!page.url().includes(run)) throw new Error('The visit ended elsewhere.');
    return shown;
  } finally {
    await context.close();
  }
}

function inRun(page: Page): (readonly [string, () => Promise<void>])[] {
  const show = page.getByLabel('Show', { exact: true });
  const pick = (key: string, value: string) => async () => {
    await show.press(key);
    await page.waitForFunction((wanted) => document.querySelector('select')?.value === wanted, value);
  };
  return [
    ['show the checks alone', pick('ArrowDown', 'checks')],
    ['show the changes alone', pick('ArrowDown', 'changes')],
    ['show everything', pick('Home', 'all')],
    [
      'go to a step',
      async () => {
        await page.getByRole('navigation').getByRole('link', { name: 'Access' }).click();
        await page.getByRole('heading', { level: 1, name: 'Access' }).waitFor();
      },
    ],
    ['open the help of a step', () => page.getByRole('button', { name: 'Help' }).click()],
    ['close the help of a step', press(page, 'Escape')],
  ];
}

const press = (page: Page, key: string) => () => page.keyboard.press(key);

/** Anchor: a page with one button and nothing else, on the same processor at the same time. */
export async function visitNothing(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  try {
    await timeInteractions(page);
    await page.goto('data:text/html,<button>Press</button><p id="p"></p>');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.evaluate(() => {
      document.querySelector('button')?.addEventListener('click', () => document.body.append('pressed'));
    });
    const act = () => page.getByRole('button').click();
    const shown = await play(
      page,
      Array.from({ length: 10 }, () => ['press', act] as const),
    );
    return Math.max(...shown.map(([, milliseconds]) => milliseconds));
  } finally {
    await page.close();
  }
}
