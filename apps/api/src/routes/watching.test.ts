import { problemBody, type routes } from '@portico/contract/routes';
import { openThings, writesIn } from '@portico/contract/update-needs';
import type { Client } from '@portico/http/client';
import { environments, tenants } from '@portico/twin/scenarios/contoso/ids';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { stateOfEvents } from '../plan/load-run.ts';
import { newRun, Refusal, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

// Whole sites are read here, more than once.
vi.setConfig({ testTimeout: 90_000 });

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
/** The one that read a reference site, and one whose site is kept and compared with nothing. */
let run: string;
let next: string;
/** The reference site in the language of the site. */
let reference: string;

const checked = async (of: string) =>
  stateOfEvents((await api.getRun({ run: of })).events, new Date()).checks;
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refusal ? problemBody.parse(error.body).code : String(error)),
  );
const siteOf = async (of: string) => {
  const found = (await api.watchTemplates({})).sites.find((site) => site.run === of);
  if (!found) throw new Error('It is kept.');
  return found;
};
const newerAt = async (of: string) => {
  const { newer } = await siteOf(of);
  if (!newer) throw new Error('A newer template is known.');
  return newer;
};

/** What arrives at a server of this process, from now on. */
function countRequests(port: number): Disposable & { readonly count: number } {
  let count = 0;
  const hear = (message: unknown) => {
    const { server } = message as { server: Server };
    const address = server.address();
    if (typeof address === 'object' && address?.port === port) count += 1;
  };
  subscribe('http.server.request.start', hear);
  return {
    get count() {
      return count;
    },
    [Symbol.dispose]: () => void unsubscribe('http.server.request.start', hear),
  };
}

beforeAll(async () => {
  rehearsal = await rehearse({ scenario: 'customised-site' });
  api = await rehearsal.as();
  run = await newRun(api, environments.production);
  next = await newRun(api, environments.production);
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

test('before a site is kept there is nothing to show, and set-ups without one are counted', async () => {
  expect(await api.watchTemplates({})).toEqual({ sites: [], others: 2 });
});

test('a site that is kept is listed with what is known of it, and a template that another set-up read is newer', async () => {
  await api.runChecks({ run: next, body: { checks: ['baseline-kept'] } });
  expect(await siteOf(next)).toMatchObject({ title: 'Contoso', stands: { by: 'unknown' } });
  expect((await siteOf(next)).newer).toBeUndefined();
  const { choices } = await api.listChoices({ kind: 'template-sites', run, search: environments.sandbox });
  const suiting = choices.find(({ fitness, hint }) => fitness > 0 && !/de/.test(hint ?? ''));
  if (!suiting) throw new Error('The sandbox has a reference site.');
  reference = suiting.label;
  const template = { environment: environments.sandbox, website: suiting.value };
  await api.answerStep({ run, step: 'update', body: { template } });
  await api.runChecks({ run, body: { step: 'update' } });
  expect(await newerAt(next)).toMatchObject({ name: reference, setUp: 'Contoso', from: 'site' });
  const [own, other] = [await siteOf(run), await siteOf(next)];
  expect([own.newer?.id, own.compared, other.compared]).toEqual([other.newer?.id, true, undefined]);
  expect(Object.keys(own.newer ?? {}).toSorted()).toEqual([
    'fingerprint',
    'from',
    'id',
    'name',
    'seen',
    'setUp',
    'touched',
  ]);
});

test('what is predicted is what the step then shows, and nothing was asked of Microsoft for it', async () => {
  const { id } = await newerAt(next);
  using asked = countRequests(rehearsal.twin.port);
  const watched = await api.watchTemplates({});
  const predicted = await api.predictUpdate({ run: next, template: id });
  expect(asked.count).toBe(0);
  expect(predicted.decide).toBeGreaterThanOrEqual(8);
  expect(writesIn(predicted)).toBeGreaterThan(0);
  expect(watched.sites.find((site) => site.run === next)?.looked).toBe(predicted.looked);

  const { choices } = await api.listChoices({ kind: 'known-templates', run: next });
  expect(choices).toMatchObject([{ value: id, label: reference, fitness: 1, facts: { setUp: 'Contoso' } }]);
  await api.answerStep({ run: next, step: 'update', body: { template: { kept: id } } });
  await api.runChecks({ run: next, body: { step: 'update' } });
  expect((await checked(next))['template-suitable']?.finding).toMatchObject({
    state: 'ok',
    says: { id: 'template-suitable.shared', values: { name: reference, sharedBy: 'Contoso' } },
  });
  // Whoever asks Microsoft for anything is counted.
  expect(asked.count).toBeGreaterThan(0);
  const shown = await api.getUpdate({ run: next });
  expect([openThings(shown), shown.writes]).toEqual([predicted.decide, predicted.writes]);
  expect((await checked(next))['update-decided']?.finding?.facts).toMatchObject({ open: predicted.decide });
  expect(shown.records).toEqual((await api.getUpdate({ run })).records);
  expect((await siteOf(next)).compared).toBe(true);
});

test('another customer sees none of it, and can’t take or try a template by its id', async () => {
  const { id } = await newerAt(next);
  const { twin } = rehearsal;
  const apps = twin.world.state.directory.apps.map(({ clientId }) => clientId);
  twin.world.state.directory.tenants.find((each) => each.id === tenants.fabrikam)?.consented.push(...apps);
  const stranger = await rehearsal.as('felix.amari@fabrikam.example');
  const own = await newRun(stranger, environments.production);
  expect(await stranger.watchTemplates({})).toEqual({ sites: [], others: 1 });
  expect(await refusal(stranger.predictUpdate({ run: next, template: id }))).toBe('not-found');
  expect(await refusal(stranger.predictUpdate({ run: own, template: id }))).toBe('not-found');
  expect(await refusal(stranger.listChoices({ kind: 'known-templates', run: next }))).toBe('not-found');
  expect(await stranger.listChoices({ kind: 'known-templates', run: own })).toEqual({ choices: [] });
  const colleague = await rehearsal.as('mona.berg@contoso.example');
  expect((await colleague.watchTemplates({})).sites.map((site) => site.run)).toContain(next);
});

test('a template that isn’t there can’t be predicted', async () => {
  expect(await refusal(api.predictUpdate({ run: next, template: 'nothing' }))).toBe('not-found');
  expect(await refusal(api.listChoices({ kind: 'known-templates' }))).toBe('not-found');
});
