import { countClicks } from '../fixtures/clicks.ts';
import { expect, test } from '../fixtures/product.ts';
import { placeTestOrder } from '../steps/first-order.ts';
import { chooseBen } from '../steps/first-user.ts';
import { createSiteByHand, inviteByHand, runMapsByHand } from '../steps/microsoft-pages.ts';
import { beginSetUp } from '../steps/set-up.ts';
import { signIn } from '../steps/sign-in.ts';

const press = 'button';

test('the guided way to an order that arrives: people do it in Microsoft’s pages, and each thing is noticed', async ({
  page,
  context,
  another,
  product,
}) => {
  await product.control.scenario('contoso-fresh');
  // What real tenants answer in every public report.
  await product.control.switches({ gatewayTokens: 'refused' });
  // A token that was granted once stays good for an hour: this story must not inherit one.
  await product.control.signOut('alex@contoso.example');
  const clicks = await countClicks(context);

  await signIn(page, product.address);
  await beginSetUp(page, 'Contoso');
  await page.getByRole(press, { name: 'Use this environment' }).click();
  await page.getByRole(press, { name: /^Continue to (Dual-write|Table maps)$/ }).click();
  // The page turns a frame after the press: what it turned to is read once it is there.
  const turned = page.getByRole('heading', { level: 1, name: /^(Dual-write|Table maps)$/ });
  if ((await turned.textContent()) === 'Dual-write')
    await page.getByRole(press, { name: 'Continue to Table maps' }).click();

  await page.getByRole(press, { name: 'Check the maps with this choice' }).click();
  await page.getByRole(press, { name: /^Watch|^Start/ }).click();
  const [integrator] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /^Open/ }).click(),
  ]);
  await runMapsByHand(integrator);
  await page.getByRole(press, { name: 'Continue to Portal site' }).click({ timeout: 90_000 });

  await page.getByLabel('Name').fill('Contoso orders');
  await page.getByLabel('Address').fill('contoso-guided');
  await page.getByRole(press, { name: 'Continue with this address' }).click();
  await page.getByRole(press, { name: /^Watch|^Create|^Start/ }).click();
  const [maker] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /^Open/ }).click(),
  ]);
  await createSiteByHand(maker, 'Contoso orders', 'contoso-guided');
  await expect(page.getByRole('link', { name: 'Open the site' })).toBeVisible({ timeout: 90_000 });

  const own = clicks(product.address);
  const theirs = clicks('http') - own;
  test
    .info()
    .annotations.push({ type: 'clicks', description: `${own} ours, ${theirs} in Microsoft’s pages` });
  expect(own).toBeLessThanOrEqual(12);
  expect(theirs).toBeLessThanOrEqual(16);

  await page.getByRole(press, { name: 'Continue to First users' }).click();
  await chooseBen(page);
  await page.getByRole(press, { name: 'Watch while I do it' }).click();
  const [sites] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /^Open/ }).click(),
  ]);
  await inviteByHand(sites, 'Ben Ortiz (US-P02)', 'Customer representative');
  await page.getByRole(press, { name: 'Continue to Test order' }).click({ timeout: 60_000 });
  await placeTestOrder(page, await another(), 'Ben Ortiz', true);
  // All of it was done by people: the dual-write page notes what it sends, and nothing else was sent.
  const sent = (await product.control.writes()).map(({ endpoint }) => endpoint);
  expect(new Set(sent)).toEqual(new Set(['start']));
  await product.control.switches({ gatewayTokens: 'granted' });
});
