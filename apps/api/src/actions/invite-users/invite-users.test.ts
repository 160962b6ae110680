// Inviting the first users in the twin: what is filled in and what never is, one role and one invitation for each.
import type { Text } from '@portico/plan/text';
import { webRoleIds } from '@portico/twin/scenarios/contoso/portal';
import { guid } from '@portico/twin/world';
import { days, later } from '@portico/twin/platform/durations';
import { chosen, inviteByHand } from '@portico/twin/test-support/portal-users';
import type { Twin } from '@portico/twin/twin';
import { describe, expect, test } from 'vitest';
import { contactOf, type Ended, invite, rowsIn } from '../test-support/invite-in-twin.ts';

const [cora, dev] = chosen.people;
/** A customer of the German company. */
const lucerne = guid(442);
const proof = ['contacts-ready', 'contacts-synced', 'web-roles-assigned', 'users-invited'] as const;
const faulty = (fault: Twin['world']['state']['faults'][number]) => (twin: Twin) =>
  void twin.world.state.faults.push(fault);
const invitationsOf = (twin: Twin, contact: string | undefined) =>
  rowsIn(twin, 'adx_invitations').filter((row) => row['_adx_invitecontact_value'] === contact);
const states = async ({ look }: Ended) =>
  Promise.all(proof.map(async (check) => [check, (await look(check)).state]));
const held = (state: string) => proof.map((check) => [check, state]);
const ids = (texts: readonly Text[]) => texts.map(({ id }) => id);

test('filled in from the accounts, given their roles, invited once: exactly what was announced, and proven', () =>
  invite({}, async (ended) => {
    const { twin, changes } = ended;
    expect(ended.problem).toBeUndefined();
    expect(changes.map(({ says: { values } }) => Object.values(values ?? {}).join(' '))).toEqual([
      'Cora Lind currency USD',
      'Cora Lind prices Contoso USD',
      'Cora Lind country US',
      'Cora Lind Customer representative',
      'Cora Lind 30',
      'Dev Rao customer Litware (US-002)',
      'Dev Rao currency USD',
      'Dev Rao prices Contoso USD',
      'Dev Rao country US',
      'Dev Rao Authorized users',
      'Dev Rao 30',
    ]);
    expect(ended.written).toEqual([
      'upsertRow',
      'upsertRow',
      'associateRow',
      'createRow',
      'associateRow',
      'createRow',
    ]);
    expect(contactOf(twin, 1)).toMatchObject({
      _parentcustomerid_value: dev?.account,
      address1_country: 'US',
      _defaultpricelevelid_value: rowsIn(twin, 'pricelevels')[0]?.['pricelevelid'],
    });
    expect(rowsIn(twin, 'adx_invitations')).toMatchObject(
      chosen.people.map(({ contact }) => ({
        _adx_invitecontact_value: contact,
        adx_type: 756150000,
        adx_expirydate: later(twin.world.clock.now(), 30 * days).replace(/\.\d+/, ''),
      })),
    );
    expect(await states(ended)).toEqual(held('ok'));
    expect(await ended.changesNow()).toEqual([]);
  }));

test('the code of an invitation is in nothing that is told or kept', () =>
  invite({}, async (ended) => {
    const codes = rowsIn(ended.twin, 'adx_invitations').map((row) => String(row['adx_invitationcode']));
    expect(codes.every((code) => code.length >= 32)).toBe(true);
    const findings = await Promise.all(proof.map((check) => ended.look(check)));
    const kept = JSON.stringify([ended.said, ended.changes, ended.guide, ended.evidence, findings]);
    expect(codes.filter((code) => kept.includes(code))).toEqual([]);
  }));

describe('a lost answer', () => {
  test.each(['createRow', 'associateRow', 'upsertRow'])('to %s leads to nothing twice', (endpoint) =>
    invite({ arrange: faulty({ kind: 'answer-lost', count: 2, endpoint }) }, async (ended) => {
      expect(ended.problem).toBeUndefined();
      for (const { contact } of chosen.people) expect(invitationsOf(ended.twin, contact)).toHaveLength(1);
      expect(rowsIn(ended.twin, 'adx_webrole_contactset')).toHaveLength(2);
      expect(ended.written.filter((each) => each === 'createRow')).toHaveLength(2);
      expect(await states(ended)).toEqual(held('ok'));
    }),
  );

  test('to an invitation that Dataverse never made leads to one', () =>
    invite({ arrange: faulty({ kind: 'reset', count: 1, endpoint: 'createRow' }) }, ({ twin, problem }) => {
      expect(problem).toBeUndefined();
      for (const { contact } of chosen.people) expect(invitationsOf(twin, contact)).toHaveLength(1);
    }));
});

test.each(['refused', 'accepted'] as const)(
  'a role that somebody gives at the same moment is as good (a second time: %s)',
  (side) =>
    invite(
      {
        arrange: (twin) => {
          twin.world.state.switches.associatedAgain = side;
          faulty({ kind: 'throttled', count: 1, seconds: 1, endpoint: 'associateRow' })(twin);
        },
        meanwhile: (twin) => {
          const pairs = rowsIn(twin, 'adx_webrole_contactset');
          if (pairs.length === 0 && cora) pairs.push({ adx_webroleid: cora.role, contactid: cora.contact });
        },
      },
      ({ twin, problem }) => {
        expect(problem).toBeUndefined();
        expect(rowsIn(twin, 'adx_webrole_contactset')).toHaveLength(2);
      },
    ),
);

describe('what is there stays', () => {
  test('values of the contact, an invitation that is open, a role that is given', () =>
    invite(
      {
        arrange: (twin) => {
          Object.assign(contactOf(twin, 0), {
            address1_country: 'CA',
            _transactioncurrencyid_value: rowsIn(twin, 'transactioncurrencies')[1]?.['transactioncurrencyid'],
          });
          rowsIn(twin, 'adx_webrole_contactset').push({
            adx_webroleid: cora?.role,
            contactid: cora?.contact,
          });
          rowsIn(twin, 'adx_invitations').push({
            adx_invitationid: twin.world.id(),
            _adx_invitecontact_value: cora?.contact,
            statecode: 0,
            statuscode: 1,
          });
        },
      },
      ({ twin, changes }) => {
        const ofCora = changes.filter(({ says }) => says.values?.['name'] === 'Cora Lind');
        // The price list in the currency that she has, not in that of her account.
        expect(ofCora.map(({ says }) => says.values)).toEqual([
          { name: 'Cora Lind', need: 'prices', value: 'Contoso EUR' },
        ]);
        expect(contactOf(twin, 0)).toMatchObject({ address1_country: 'CA' });
        expect(invitationsOf(twin, cora?.contact)).toHaveLength(1);
      },
    ));

  test('a value that somebody saves between our look and our write', () =>
    invite(
      {
        arrange: faulty({ kind: 'throttled', count: 1, seconds: 1, endpoint: 'upsertRow' }),
        meanwhile: (twin, looks) => {
          if (looks === 1) Object.assign(contactOf(twin, 0), { address1_country: 'MX', versionnumber: 9999 });
        },
      },
      ({ twin, problem }) => {
        expect(problem).toBeUndefined();
        expect(contactOf(twin, 0)['address1_country']).toBe('MX');
        expect(contactOf(twin, 0)['_defaultpricelevelid_value']).toBeTruthy();
      },
    ));

  test('whoever has signed up; an invitation whose time is over is followed by another', () =>
    invite(
      {
        arrange: (twin) => {
          const row = (contact: string | undefined, more: object) => ({
            adx_invitationid: twin.world.id(),
            _adx_invitecontact_value: contact,
            createdon: '2026-01-01T00:00:00Z',
            ...more,
          });
          rowsIn(twin, 'adx_invitations').push(
            row(cora?.contact, { statecode: 1, statuscode: 756150001 }),
            row(dev?.contact, { statecode: 0, statuscode: 1, adx_expirydate: '2026-01-02T00:00:00Z' }),
          );
        },
      },
      async ({ twin, look }) => {
        expect(invitationsOf(twin, cora?.contact)).toHaveLength(1);
        expect(invitationsOf(twin, dev?.contact)).toHaveLength(2);
        expect(await look('users-invited')).toMatchObject({
          state: 'ok',
          facts: { people: [{ state: 'signed-up' }, { state: 'open' }] },
        });
      },
    ));
});

describe('finance and operations', () => {
  const smm = (twin: Twin) =>
    twin.world.state.finance.environments[0]?.tables['SmmContactCDSV2Entity']?.rows ?? [];
  const forget = (twin: Twin) => {
    const rows = smm(twin);
    rows.splice(0, Infinity, ...rows.filter((row) => row['ContactPersonId'] !== 'US-C002'));
  };

  test('gets a contact that is filled in while its map runs, and nobody is invited before', () =>
    invite(
      {
        arrange: (twin) => {
          forget(twin);
          for (const map of twin.world.state.dualWrite.links.flatMap(({ maps }) => maps))
            if (map.name === 'contacts - CDS Contacts V2' && !map.solution.includes('SupplyChain'))
              map.state = 4;
        },
      },
      async (ended) => {
        expect(ended.problem).toBeUndefined();
        expect(smm(ended.twin).map((row) => row['ContactPersonId'])).toContain('US-C002');
        expect(await states(ended)).toEqual(held('ok'));
      },
    ));

  test('is waited for when the map stands still, with nobody invited meanwhile', () =>
    invite(
      {
        arrange: forget,
        meanwhile: (twin, looks) => {
          expect(rowsIn(twin, 'adx_invitations')).toEqual([]);
          if (looks === 3) smm(twin).push({ dataAreaId: 'usmf', ContactPersonId: 'US-C002' });
        },
      },
      ({ twin, problem }) => {
        expect(problem).toBeUndefined();
        expect(rowsIn(twin, 'adx_invitations')).toHaveLength(2);
      },
    ));

  test('that may not be read holds up nobody: the check says that it can’t be verified', () =>
    invite(
      {
        arrange: ({ world }) => {
          for (const one of world.state.finance.environments) one.administrators.splice(0, Infinity);
        },
      },
      async ({ twin, problem, look }) => {
        expect(problem).toBeUndefined();
        expect(rowsIn(twin, 'adx_invitations')).toHaveLength(2);
        expect(await look('contacts-synced')).toMatchObject({ state: 'unknown' });
      },
    ));
});

test.each(['assigned', 'everybody'] as const)(
  'authorized users are %s: who has the role by signing in isn’t given it',
  (side) =>
    invite(
      {
        arrange: (twin) => {
          for (const row of rowsIn(twin, 'adx_webroles'))
            row['adx_authenticatedusersrole'] =
              side === 'everybody' && row['adx_name'] === 'Authorized users';
        },
      },
      async (ended) => {
        expect(ended.written.filter((each) => each === 'associateRow')).toHaveLength(
          side === 'everybody' ? 1 : 2,
        );
        expect(await states(ended)).toEqual(held('ok'));
      },
    ),
);

test.each([
  ['has no company', { _msdyn_company_value: null }, {}, ['missing']],
  ['has no account number', { msdyn_contactpersonid: ' ' }, {}, ['missing']],
  ['is inactive', { statecode: 1 }, {}, ['gone']],
  ['has no customer', { _parentcustomerid_value: null }, {}, ['missing', 'missing', 'missing', 'missing']],
  [
    'has a customer of another company',
    { _parentcustomerid_value: null },
    { account: lucerne },
    ['elsewhere'],
  ],
  ['was given a role that the site hasn’t got', {}, { role: lucerne }, ['no-role']],
  ['was given the role of strangers', {}, { role: webRoleIds['Unauthorized users'] }, ['no-role']],
] as const)('who %s can’t be used, and it is said why', (_, row, decision, details) =>
  invite(
    {
      driver: 'none',
      people: [{ contact: '', role: '', ...cora, ...decision }],
      arrange: (twin) => Object.assign(contactOf(twin, 0), row),
    },
    async ({ look }) => {
      const finding = await look('contacts-usable');
      expect(finding).toMatchObject({ state: 'blocked', says: { id: 'contacts-usable.lacking' } });
      expect(ids((finding.details ?? []).map(({ says }) => says))).toEqual(
        details.map((each) => `contacts-usable.${each}`),
      );
    },
  ),
);

test('who is the primary contact of one account alone orders for it', () =>
  invite(
    {
      people: [{ contact: dev?.contact ?? '', role: dev?.role ?? '' }],
      arrange: (twin) => {
        const [first] = rowsIn(twin, 'accounts');
        if (first) first['_primarycontactid_value'] = dev?.contact;
      },
    },
    ({ twin, problem }) => {
      expect(problem).toBeUndefined();
      expect(contactOf(twin, 1)['_parentcustomerid_value']).toBe(rowsIn(twin, 'accounts')[0]?.['accountid']);
    },
  ));

describe('by hand', () => {
  test('each person is told of, with the documented clicks, and noticed', () =>
    invite(
      {
        driver: 'guided',
        meanwhile: (twin, looks) => {
          if (looks === 2) inviteByHand(twin.world, chosen.people.slice(0, 1));
          if (looks === 4) inviteByHand(twin.world, chosen.people.slice(1));
        },
      },
      async (ended) => {
        expect([ended.problem, ended.written]).toEqual([undefined, []]);
        expect(ids(ended.guide.steps).map((id) => id.split('.').at(-1))).toEqual([
          'open',
          'fill',
          'fill',
          'role',
          'role',
          'invite',
        ]);
        expect(ended.guide.link).toMatch(/portals/);
        expect(await states(ended)).toEqual(held('ok'));
      },
    ));

  test('where all is there nothing has to be done', () =>
    invite({ driver: 'guided', arrange: (twin) => inviteByHand(twin.world) }, ({ guide, problem }) => {
      expect(problem).toBeUndefined();
      expect(ids(guide.steps)).toEqual(['invite-users.guide.nothing']);
    }));
});
