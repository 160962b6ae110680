import type { Plant } from '../plant-source.ts';
import { believesAnyProof, ofWriting, sendsAgain } from '../shared-plants.ts';

const asking = 'apps/api/src/actions/provision-site/create.ts';
const waiting = 'apps/api/src/actions/provision-site/until-ready.ts';
const finding = 'apps/api/src/targets/portal-site.ts';
const provisioned = 'apps/api/src/checks/site-provisioned.ts';
const plan = 'packages/contract/src/plan.ts';

/** What somebody could get wrong, one at a time. The simulation must find each of them. */
export const plants = {
  ...ofWriting,
  'asks-unlooked': {
    says: 'A site is asked for without a look at what is there.',
    edits: [{ file: asking, from: 'if (there && there.id !== before) return null;', to: '' }],
  },
  'repeats-lost-posts': {
    says: 'A POST whose answer was lost is sent again at once.',
    edits: [...sendsAgain, { file: asking, from: 'if (there && there.id !== before) return null;', to: '' }],
  },
  'blames-old-failures': {
    says: 'A site that failed before anybody asked is taken for ours.',
    edits: [{ file: waiting, from: 'return site && hasFailed(site) ? site.id : null;', to: 'return null;' }],
  },
  'takes-begun-for-ready': {
    says: 'A site that is in the list counts as one that is there.',
    edits: [
      { file: waiting, from: 'return isReady(site) && packaged ?', to: 'return packaged || site.id ?' },
      { file: provisioned, from: 'if (!isReady(site) && !isSuspended(site))', to: 'if (!site.status)' },
      {
        file: plan,
        from: "'provision-site': ['site-provisioned', 'site-package', 'site-answers'],",
        to: "'provision-site': ['site-provisioned'],",
      },
    ],
  },
  'asks-nobody-there': {
    says: 'Done is what Microsoft’s list says, whether or not the site itself answers.',
    edits: [
      {
        file: plan,
        from: "'provision-site': ['site-provisioned', 'site-package', 'site-answers'],",
        to: "'provision-site': ['site-provisioned', 'site-package'],",
      },
    ],
  },
  'proves-nothing': {
    says: 'A proof that isn’t there yet holds.',
    edits: [believesAnyProof],
  },
  'waits-for-failed-ones': {
    says: 'Nobody notices that the creation has failed.',
    edits: [
      { file: waiting, from: 'if (operation) await failIfRefused(targets, operation);', to: '' },
      { file: waiting, from: 'failIfBroken(site);\n', to: '\n' },
    ],
  },
  'creates-beside': {
    says: 'A portal at another address is no reason not to ask for one.',
    edits: [{ file: asking, from: 'await refuseElsewhere(targets);', to: '' }],
  },
  'adopts-anything': {
    says: 'Whatever site is there is taken for the one that was decided on.',
    edits: [
      {
        file: finding,
        from: 'each.subdomain?.toLowerCase() === decided);',
        to: 'each.subdomain !== decided?.at(99));',
      },
    ],
  },
  'forgets-the-pages': {
    says: 'Former pages are to be shown again, and new ones are made.',
    edits: [{ file: asking, from: '...(record ? { websiteRecordId: record } : {}),', to: '' }],
  },
} satisfies Record<string, Plant>;
