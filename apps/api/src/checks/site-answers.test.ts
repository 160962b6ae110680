// Why a site that lets nobody in does so: by the list, by the days of its trial, or because somebody shut it down.
import type { Website } from '@portico/microsoft/services/websites';
import { twinCloud } from '@portico/microsoft/twin-cloud';
import { expect, test } from 'vitest';
import type { Targets } from '../targets/targets.ts';
import siteAnswers from './site-answers.ts';

const url = 'https://contoso.powerappsportals.com';
const decided = { name: 'Contoso', subdomain: 'contoso', language: 1033 };

async function said(site: Partial<Website>, status = 403): Promise<string> {
  const finding = siteAnswers.judge(
    await siteAnswers.observe({
      answers: { 'portal-site': decided },
      cloud: twinCloud(1, 1),
      sites: () => Promise.resolve([{ id: 's', subdomain: 'contoso', websiteUrl: url, ...site }]),
      probe: () => Promise.resolve({ status }),
      environment: () => Promise.resolve({ name: 'e', properties: { environmentSku: 'Production' } }),
      now: () => new Date('2026-11-26T20:00:00Z'),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what this check reaches, and no more
    } as unknown as Targets),
  );
  return `${finding.state} ${finding.says.id}`;
}

const ready = { status: 'OperationComplete', type: 'Trial', createdOn: '2026-11-01T00:00:00' };
const old = { ...ready, createdOn: '2026-08-01T00:00:00' };

test.each([
  [
    'the list says that it is suspended',
    { ...ready, status: 'StateSuspended' },
    'warn site-answers.suspended',
  ],
  ['its ninety days are over', old, 'warn site-answers.suspended'],
  ['Microsoft counts more days', { ...old, trialExpiringInDays: 20 }, 'blocked site-answers.stopped'],
  ['it is a production site', { ...old, type: 'Production' }, 'blocked site-answers.stopped'],
  ['its trial runs', ready, 'blocked site-answers.stopped'],
] as const)('403, and %s', async (_, site, expected) => {
  expect(await said(site)).toBe(expected);
});

test('a site that is only away isn’t called stopped, whatever its days', async () => {
  expect(await said(old, 503)).toBe('blocked site-answers.silent');
});
