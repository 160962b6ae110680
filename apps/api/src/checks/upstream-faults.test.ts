import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import type { Finding } from '@portico/plan/finding';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { addOrder, addPortalUsers, chosen, inviteByHand } from '@portico/twin/test-support/portal-users';
import { addReference } from '@portico/twin/test-support/reference-site';
import type { Twin } from '@portico/twin/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';
import { checks } from './index.ts';

type Fault = Twin['world']['state']['faults'][number];

/** Everything that a check could find good is there: the maps run, the site answers. */
let rehearsal: Rehearsal;
let api: Client<typeof routes>;
let run: string;
/** These read whole sites, hundreds of calls, and one of them only once: they have tests of their own, below. */
const ofUpdate = ['baseline-kept', 'site-writable', 'template-suitable', 'update-decided', 'update-applied'];
const looked = Object.keys(checks).filter((id) => !ofUpdate.includes(id));
/** Calls by check that were answered when all was well; named service, tab, endpoint. A 404 has no body to spoil. */
const calls = new Map<string, ReadonlySet<string>>();
let clean: Readonly<Record<string, Finding>> = {};

beforeAll(async () => {
  rehearsal = await rehearse({ scenario: 'site-exists', speed: 100_000 });
  const { state, clock } = rehearsal.twin.world;
  // Waits are short, and yet the site's trial doesn't end meanwhile.
  clock.speed = 1;
  for (const link of state.dualWrite.links)
    for (const map of link.maps) Object.assign(map, { state: 4, pid: map.pid ?? rehearsal.twin.world.id() });
  // Of a private site only people see the pages.
  for (const site of state.platform.sites) site.visibility = 'public';
  addPortalUsers(rehearsal.twin.world);
  inviteByHand(rehearsal.twin.world);
  addOrder(rehearsal.twin.world);
  api = await rehearsal.as();
  await begin();
  clean = await look();
  const { events } = await api.getRun({ run });
  for (const { event } of events)
    if (event.type === 'check-finished')
      calls.set(
        event.check,
        new Set(
          event.evidence
            .filter(({ status }) => status === 200)
            .map(({ service, endpoint }) => `${service}\t${endpoint}`),
        ),
      );
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

/** A run of its own for each kind of fault: a journal of a thousand looks would only be slow. */
async function begin(): Promise<void> {
  run = await newRun(api, environments.production);
  const maps = { master: 'dataverse', initialSync: false, choices: {} };
  await api.answerStep({ run, step: 'table-maps', body: maps });
  const site = { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 };
  await api.answerStep({ run, step: 'portal-site', body: site });
  await api.answerStep({ run, step: 'first-users', body: chosen });
  await api.answerStep({ run, step: 'go-live', body: { convert: 'later', by: 'Mona Berg' } });
}

/** Looks at everything and answers what each check found. */
async function look(ids: readonly string[] = looked): Promise<Readonly<Record<string, Finding>>> {
  const before = (await api.getRun({ run })).events.length;
  await api.runChecks({ run, body: { checks: [...ids] } });
  const { events } = await api.followRun({ run, after: String(before), wait: '0' });
  return Object.fromEntries(
    events.flatMap(({ event }) => (event.type === 'check-finished' ? [[event.check, event.finding]] : [])),
  );
}

/** Looks while one endpoint answers with a fault, however often it is asked. */
async function lookWith(kind: Fault['kind'], call: string): Promise<Readonly<Record<string, Finding>>> {
  const [service = '', endpoint = ''] = call.split('\t');
  const { state } = rehearsal.twin.world;
  state.faults.push({ kind, service, endpoint, count: 10_000, seconds: 1 });
  try {
    return await look();
  } finally {
    state.faults = [];
  }
}

/** Asks the site itself: no service of the twin, so it has no faults. */
const probe = 'The portal';

const stateOf = (findings: Readonly<Record<string, Finding>>) =>
  Object.fromEntries(Object.entries(findings).map(([id, { state }]) => [id, state]));

const problemOf = (finding: Finding | undefined) =>
  finding?.state === 'unknown' ? finding.problem.code : undefined;

test('without a fault everything is looked at, and nothing is unknown', () => {
  expect(Object.keys(clean).toSorted()).toEqual(looked.toSorted());
  for (const [id, state] of Object.entries(stateOf(clean)))
    expect([id, state]).toEqual([id, expect.stringMatching(/ok|warn/)]);
});

/** Each endpoint has a shape of its own. */
const spoilt: readonly Fault['kind'][] = ['wrong-shape'];
/** Handled alike for every endpoint by the one pipeline: each is tried on every sixth one. */
const missing: readonly Fault['kind'][] = [
  'truncated',
  'wrong-content-type',
  'server-error',
  'reset',
  'throttled',
  'throttled-silently',
  'redirect',
  'token-refused',
];

describe.each([...spoilt, ...missing])('%s', (kind) => {
  test('whoever asked there doesn’t know, and says why; nobody crashes; all others are as before', async () => {
    await begin();
    const asked = new Set([...calls.values()].flatMap((set) => [...set]));
    for (const call of asked) if (call.startsWith(probe)) asked.delete(call);
    const turn = missing.indexOf(kind) % 6;
    const tried = [...asked].filter((_, index) => spoilt.includes(kind) || index % 6 === turn);
    for (const call of tried) {
      const found = await lookWith(kind, call);
      for (const [id, seen] of calls) {
        const at = [kind, call.replace('\t', ' '), id];
        const finding = found[id];
        expect([...at, problemOf(finding)]).not.toEqual([...at, 'bug']);
        if (seen.has(call))
          expect([...at, finding?.state]).toEqual([...at, expect.stringMatching(/unknown|skipped/)]);
        else if (finding?.state !== 'skipped')
          expect([...at, finding?.state]).toEqual([...at, clean[id]?.state]);
      }
    }
  }, 120_000);
});

test('values that nobody has heard of are never a yes, and never a crash', async () => {
  const judged: Readonly<Record<string, string>> = {
    'dataverse-ready': 'Power Platform admin\tgetEnvironment',
    'environment-kind': 'Power Platform admin\tgetEnvironment',
    'maps-running': 'Dual-write\tlistMaps',
    'site-provisioned': 'Power Pages\tlistWebsites',
    'supply-chain-licence': 'Microsoft Graph\tlistSubscribedSkus',
    'dual-write-packages': 'Power Platform applications\tlistPackages',
  };
  for (const [id, call] of Object.entries(judged)) {
    expect([...(calls.get(id) ?? [])]).toContain(call);
    const found = await lookWith('unknown-values', call);
    for (const finding of Object.values(found)) expect(problemOf(finding)).not.toBe('bug');
    expect([id, found[id]?.state]).toEqual([id, expect.stringMatching(/unknown|blocked|warn|skipped/)]);
  }
  const maps = await lookWith('unknown-values', 'Dual-write\tlistMaps');
  expect(maps['maps-running']?.state).toMatch(/unknown|blocked/);
}, 60_000);

describe('a new template', () => {
  beforeAll(async () => {
    const { websiteRecordId: website } = addReference(rehearsal.twin.world, 1);
    await begin();
    const template = { environment: environments.sandbox, website };
    await api.answerStep({ run, step: 'update', body: { template } });
  });

  // Before anything was read: metadata is kept for minutes, and then none of its faults is met.
  test.each([
    ['wrong-shape', 'describeTable'],
    ['wrong-shape', 'listChoices'],
    ['truncated', 'listFlags'],
  ] as const)('%s at %s, of metadata: nobody knows, and it isn’t kept', async (kind, endpoint) => {
    const { state } = rehearsal.twin.world;
    state.faults.push({ kind, service: 'Dataverse', endpoint, count: 10_000, seconds: 1 });
    const found = await look(ofUpdate).finally(() => {
      state.faults = [];
    });
    for (const id of ofUpdate.filter((each) => each !== 'site-writable')) {
      expect([id, found[id]?.state]).toEqual([id, expect.stringMatching(/unknown|skipped/)]);
      expect([id, problemOf(found[id])]).not.toEqual([id, 'bug']);
    }
  });

  test('without a fault both sites are read, and nothing is to be written', async () => {
    clean = await look(ofUpdate);
    expect(Object.values(stateOf(clean))).toEqual(ofUpdate.map(() => 'ok'));
  });

  test.each([
    ['token-refused', 'listRows'],
    ['throttled-silently', 'listRows'],
  ] as const)('%s at %s: nobody knows, and nothing that was kept is lost', async (kind, endpoint) => {
    const { state } = rehearsal.twin.world;
    state.faults.push({ kind, service: 'Dataverse', endpoint, count: 10_000, seconds: 1 });
    const found = await look(ofUpdate).finally(() => {
      state.faults = [];
    });
    // What was kept once needs no look, and of the data model Power Pages tells.
    expect(found['baseline-kept']?.state).toBe('ok');
    expect(found['site-writable']?.state).toBe('ok');
    for (const id of ofUpdate.slice(2)) {
      expect([id, found[id]?.state]).toEqual([id, expect.stringMatching(/unknown|skipped/)]);
      expect([id, problemOf(found[id])]).not.toEqual([id, 'bug']);
    }
    expect(Object.values(stateOf(await look(ofUpdate)))).toEqual(ofUpdate.map(() => 'ok'));
  });
});
