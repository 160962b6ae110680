import { plan } from '@portico/contract/plan';
import type { Envelope, Person, RunEvent } from '@portico/plan/event';
import type { Evidence, Finding } from '@portico/plan/finding';
import { emptyRun, reduce, type RunState } from '@portico/plan/reduce';
import type { Text } from '@portico/plan/text';
import { maps, mapStates, services } from './sample-facts.ts';

const tenant = '5c0d7a4e-6c1a-4a52-9d7e-2f1b6a0c9e11';
const ada: Person = { id: 'ada', tenant, name: 'Ada Consultant' };
const mona: Person = { id: 'mona', tenant, name: 'Mona Berg' };
const adminCentre = 'https://admin.powerplatform.microsoft.com/environments/environment/0a1b/hub';

const say = (id: string, values?: Text['values']): Text => (values ? { id, values } : { id });
const ok = (check: string, values?: Text['values'], more: object = {}): Finding => ({
  state: 'ok',
  says: say(`${check}.ok`, values),
  ...more,
});

/** A whole set-up by two people, told as its events: everything a report can show occurs at least once. */
export function sampleRun(cloud = 'public'): {
  run: { id: string; title: string };
  events: readonly Envelope[];
  state: RunState;
} {
  const run = { id: 'Zk3vQ8mT1yR5bN7c', title: 'Contoso: Customer Portal' };
  const events: Envelope[] = [];
  let minute = 0;
  const at = () => new Date(Date.UTC(2026, 10, 23, 8, minute, (minute * 7) % 60)).toISOString();
  const add = (event: RunEvent, by: Person | null = ada) => {
    minute += 3;
    const hash = (events.length + 1).toString(16).padStart(4, '0').repeat(16);
    events.push({ run: run.id, seq: events.length + 1, at: at(), by, event, hash });
  };
  const call = (name: string, method = 'GET', status = 200): Evidence => {
    const [service, standing, url] = services[name] ?? ['?', 'inferred', ''];
    const correlation = `7f2c9b1e-4d${String(events.length).padStart(2, '0')}-4c55-8d21-91b7e0a3c6${method.length}f`;
    return { service, standing, endpoint: name, method, url, status, at: at(), took: 120, correlation };
  };
  const look = (check: string, finding: Finding, names: readonly string[] = [], by = ada) => {
    add({ type: 'check-finished', check, finding, evidence: names.map((name) => call(name)), took: 300 }, by);
  };

  add({ type: 'run-created', title: run.title, plan: plan.version, cloud });
  add({
    type: 'answered',
    step: 'environment',
    answers: { environment: '0a1b2c3d-0000-4000-8000-00000000c0de' },
  });
  look('dataverse-ready', ok('dataverse-ready', { name: 'Contoso Production' }), ['bap']);
  look(
    'fno-linked',
    ok(
      'fno-linked',
      { host: 'contoso.operations.dynamics.com' },
      {
        facts: {
          environment: { name: 'Contoso Production', url: 'https://contoso.crm4.dynamics.com/' },
          platformSays: 'contoso.operations.dynamics.com',
          dataverseSays: 'contoso.operations.dynamics.com',
        },
      },
    ),
    ['bap', 'dataverse'],
  );
  look('organization-matches', ok('organization-matches'), ['bap', 'dataverse']);
  look('site-absent', ok('site-absent'), ['pages']);
  look('system-administrator', ok('system-administrator', { user: 'ada@contoso.example' }), ['dataverse']);
  look('site-creation-allowed', ok('site-creation-allowed'), ['bap']);
  look(
    'supply-chain-licence',
    ok('supply-chain-licence', undefined, {
      details: [
        {
          state: 'proved',
          says: say('supply-chain-licence.seats', { sku: 'DYN365_SCM', used: 41, usable: 50 }),
        },
      ],
    }),
    ['graph'],
  );
  look(
    'power-pages-capacity',
    {
      state: 'warn',
      says: say('power-pages-capacity.none'),
      cause: say('power-pages-capacity.cause'),
      details: [{ state: 'not-found', says: say('power-pages-capacity.no-report') }],
      remedy: { owner: 'licence-admin', steps: [say('power-pages-capacity.remedy.buy')], link: adminCentre },
    },
    ['bap', 'graph'],
  );
  const solution = (name: string) => ({
    state: 'proved',
    says: say('dual-write-solutions.one', { name, version: '2.4.1046.5' }),
  });
  look(
    'dual-write-solutions',
    ok('dual-write-solutions', undefined, {
      details: [
        'Dual-write core solution',
        'Dual-write Application Core Solutions',
        'Dual Write Supply Chain Extended Solution',
      ].map(solution),
    }),
    ['dataverse'],
  );
  look('dual-write-linked', ok('dual-write-linked', { finance: 'contoso.operations.dynamics.com' }), [
    'gateway',
  ]);
  look(
    'dual-write-packages',
    {
      state: 'unknown',
      says: say('check.unknown'),
      problem: {
        code: 'upstream-unavailable',
        upstream: {
          status: 503,
          code: 'ServiceUnavailable',
          message: 'The service is busy.',
          correlation: '0f9d5d0e-11aa-4be1-a2a0-6f1a3c9b7a55',
        },
      },
    },
    ['pages'],
  );
  look('unit-symbols', ok('unit-symbols', { count: 40 }), ['dataverse']);
  look('sales-units-set', ok('sales-units-set', { count: 1110 }), ['finance']);
  look('products-matched', ok('products-matched'), ['dataverse']);
  look('products-active', ok('products-active'), ['dataverse']);
  look('pricing-settings', ok('pricing-settings'), ['dataverse']);
  look('order-settings-set', ok('order-settings-set', { count: 1110 }), ['finance']);
  look('number-sequences-distinct', ok('number-sequences-distinct', { prefix: 'ORD' }), [
    'dataverse',
    'finance',
  ]);
  look('price-lists-present', ok('price-lists-present'), ['dataverse']);
  look('accounts-are-customers', ok('accounts-are-customers'), ['dataverse']);
  add({
    type: 'answered',
    step: 'table-maps',
    answers: { master: 'finance-operations', initialSync: true, choices: {} },
  });
  look('maps-resolved', ok('maps-resolved'), ['gateway']);
  look('map-prerequisites', ok('map-prerequisites', { count: 7, more: 2 }), ['gateway']);
  const copies = maps.map(([name]) => ({
    system: 'Dual-write',
    says: say('start-maps.change.sync', { name, master: 'Finance and Operations' }),
    undo: 'impossible' as const,
  }));
  const starts = (operation: string, key: string, by: Person): void =>
    add(
      { type: 'operation-started', operation, action: 'start-maps', key, driver: 'guided', changes: copies },
      by,
    );
  starts('op-1', 'key-1', ada);
  add({ type: 'operation-cancelling', operation: 'op-1' });
  add(
    { type: 'operation-finished', operation: 'op-1', outcome: 'cancelled', left: say('start-maps.left') },
    null,
  );
  starts('op-2', 'key-2', mona);
  add(
    {
      type: 'operation-waiting',
      operation: 'op-2',
      for: 'person',
      says: say('start-maps.watching', { count: 3, total: 5 }),
    },
    null,
  );
  look('maps-running', ok('maps-running', undefined, { facts: { maps: mapStates } }), ['gateway'], mona);
  add({ type: 'operation-finished', operation: 'op-2', outcome: 'done' }, null);
  add(
    {
      type: 'answered',
      step: 'portal-site',
      answers: { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1043 },
    },
    mona,
  );
  look('site-address', ok('site-address'), ['dataverse', 'pages'], mona);
  add(
    {
      type: 'operation-started',
      operation: 'op-3',
      action: 'provision-site',
      key: 'key-3',
      driver: 'automatic',
      changes: [
        {
          system: 'Power Pages',
          says: say('provision-site.change', {
            name: 'Contoso orders',
            url: 'https://contoso-orders.powerappsportals.com',
            language: 1043,
          }),
          undo: 'by-hand',
        },
        { system: 'Dataverse', says: say('provision-site.change.package'), undo: 'impossible' },
      ],
    },
    mona,
  );
  add(
    {
      type: 'operation-wrote',
      operation: 'op-3',
      key: 'create',
      evidence: [call('pages'), call('pages', 'POST', 202)],
    },
    null,
  );
  add({ type: 'operation-said', operation: 'op-3', says: say('provision-site.asked') }, null);
  look(
    'site-provisioned',
    ok(
      'site-provisioned',
      { name: 'Contoso orders', url: 'https://contoso-orders.powerappsportals.com' },
      {
        facts: {
          url: 'https://contoso-orders.powerappsportals.com',
          status: 'OperationComplete',
        },
      },
    ),
    ['pages'],
    mona,
  );
  const ends = { suspendedOn: '2027-02-21T09:54:18.000Z', deletedOn: '2027-02-28T09:54:18.000Z' };
  const named = { name: 'Contoso orders', url: 'https://contoso-orders.powerappsportals.com' };
  look(
    'trial-clock',
    {
      state: 'ok',
      says: say('trial-clock.runs', { name: named.name, ...ends }),
      facts: { ...named, clock: { ...ends, left: 90, suspended: false } },
    },
    ['pages'],
    mona,
  );
  look(
    'site-answers',
    {
      state: 'ok',
      says: say('site-answers.private', { url: 'https://contoso-orders.powerappsportals.com' }),
    },
    ['site'],
    mona,
  );
  add({ type: 'operation-finished', operation: 'op-3', outcome: 'done' }, null);
  const people = [
    { contact: '0a1b2c3d-0000-4000-8000-00000000c0a1', role: '0a1b2c3d-0000-4000-8000-0000000000a1' },
  ];
  add({ type: 'answered', step: 'first-users', answers: { people } }, mona);
  for (const check of [
    'users-chosen',
    'contacts-usable',
    'contacts-synced',
    'contacts-ready',
    'web-roles-assigned',
    'users-invited',
    'order-permissions',
    'order-prices',
    'order-arrived',
    'order-wizard',
  ])
    look(check, ok(check, { count: 1 }), ['dataverse'], mona);
  const asking = { action: 'mend:system-administrator', driver: 'guided', changes: [] } as const;
  add({ type: 'operation-started', operation: 'op-4', key: 'key-4', ...asking });
  const handOff = { type: 'hand-off', operation: 'op-4', handOff: 'h-1', to: 'Piet Visser' } as const;
  const until = '2026-12-03T09:00:00.000Z';
  add({ ...handOff, until, state: 'given' });
  add({ ...handOff, until, state: 'opened' }, null);
  add({ ...handOff, until, state: 'used' }, null);
  add({ type: 'operation-finished', operation: 'op-4', outcome: 'done' }, null);
  return { run, events, state: events.reduce((state, each) => reduce(plan, state, each), emptyRun) };
}
