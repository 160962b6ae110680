import type { FindingFacts } from '@portico/contract/findings';
import type { Detail } from '@portico/plan/finding';
import { type Message, msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { read } from '../targets/read.ts';

const member = msg({ id: 'home-tenant.ok', defaultMessage: 'Your account belongs to this tenant.' });
const guest = msg({
  id: 'home-tenant.guest',
  defaultMessage: 'You are a guest here; your account belongs to {home}.',
});
const delegated = msg({
  id: 'home-tenant.delegated',
  defaultMessage: 'You come by a partner’s delegation (GDAP) and have no account in this tenant.',
});
const unread = msg({
  id: 'home-tenant.unread',
  defaultMessage: 'Whether your account belongs to this tenant couldn’t be read.',
});
const cause = msg({
  id: 'home-tenant.cause',
  defaultMessage:
    'Microsoft’s services treat people of another tenant differently; what that means is listed here.',
});
const lookUp = msg({
  id: 'home-tenant.remedy.look',
  defaultMessage:
    'In the Microsoft Entra admin centre of the customer, “Users”, look for yourself: “User type” says “Member” or “Guest”; who isn’t listed comes by delegation.',
});
const ask = msg({
  id: 'home-tenant.remedy.account',
  defaultMessage:
    'For everything in one hand, ask for an account of this tenant: Microsoft Entra admin centre, “Users”, “New user”, “Create new user”; then a licence and the roles of this step.',
});
const invite = msg({
  id: 'home-tenant.remedy.invite',
  defaultMessage:
    'Or to be invited as a guest: “Users”, “New user”, “Invite external user”. Then only the table maps need somebody of this tenant.',
});
const hand = msg({
  id: 'home-tenant.remedy.hand',
  defaultMessage:
    'Or let somebody of this tenant do what you can’t: hand the task over, and we notice when it is done.',
});

/** What each case means for the later steps, and how sure Microsoft’s pages let us be of it. */
const means: Readonly<Record<'guest' | 'delegated', readonly (readonly [Detail['state'], Message])[]>> = {
  guest: [
    [
      'probable',
      msg({
        id: 'home-tenant.guest.licensing',
        defaultMessage:
          'Licensing: guests read the tenant’s licences only as “Directory Readers” or “Global Reader”.',
      }),
    ],
    [
      'probable',
      msg({
        id: 'home-tenant.guest.maps',
        defaultMessage:
          'Dual-write and table maps: Microsoft supports no people of another tenant there; a member must start them.',
      }),
    ],
    [
      'probable',
      msg({
        id: 'home-tenant.guest.site',
        defaultMessage:
          'Portal site: a guest with System Administrator held directly and Read-Write access can create it.',
      }),
    ],
  ],
  delegated: [
    [
      'probable',
      msg({
        id: 'home-tenant.delegated.reading',
        defaultMessage: 'Environment and licensing: your delegated roles let you read most of it.',
      }),
    ],
    [
      'probable',
      msg({
        id: 'home-tenant.delegated.maps',
        defaultMessage:
          'Dual-write and table maps: they need a user in Dataverse and in finance and operations; delegation brings neither.',
      }),
    ],
    [
      'proved',
      msg({
        id: 'home-tenant.delegated.site',
        defaultMessage:
          'Portal site: Power Pages counts no role that comes by a group, and delegated roles always do.',
      }),
    ],
  ],
};

/**
 * Whether this person is at home here. A guest’s name in the directory is made of the one at home; who comes by
 * delegation isn’t in it at all (assumed from how delegation works; a switch of the twin).
 */
export default defineCheck({
  title: msg({ id: 'home-tenant.title', defaultMessage: 'Your account belongs to this tenant' }),
  why: msg({
    id: 'home-tenant.why',
    defaultMessage: 'Guests and partners’ delegated administrators can’t do everything themselves.',
  }),
  owner: 'tenant-admin',
  after: [],
  observe: async ({ graph, cloud }) => {
    const { entra } = cloud.pages;
    const me = await read(graph.getMe({}));
    if (!('value' in me)) return { entra, refused: me.refused };
    if (!me.value) return { entra, account: 'delegated' as const };
    const { userPrincipalName: name, userType } = me.value;
    const foreign = /^(.*)#EXT#@/i.exec(name)?.[1];
    if (foreign === undefined && userType !== 'Guest') return { entra, account: 'member' as const };
    // `gus.moreau_adatum.example`: the last underscore was an @.
    return { entra, account: 'guest' as const, home: foreign?.slice(foreign.lastIndexOf('_') + 1) ?? name };
  },
  judge: (seen) => {
    const link = seen.entra ? { link: seen.entra } : {};
    if ('refused' in seen)
      return {
        state: 'unknown',
        says: text(unread),
        problem: seen.refused,
        remedy: { owner: 'you', steps: [text(lookUp)], ...link },
      };
    const { account } = seen;
    const facts: FindingFacts['home-tenant'] = { account };
    if (account === 'member') return { state: 'ok', says: text(member), facts };
    const home = 'home' in seen ? seen.home : '';
    return {
      state: 'warn',
      says: account === 'guest' ? text(guest, { home }) : text(delegated),
      cause: text(cause),
      details: means[account].map(([state, says]) => ({ state, says: text(says) })),
      remedy: {
        owner: 'tenant-admin',
        steps: [text(ask), ...(account === 'delegated' ? [text(invite)] : []), text(hand)],
        ...link,
      },
      facts,
    };
  },
});
