import type { Plant } from '../plant-source.ts';

const asking = 'apps/api/src/actions/provision-site/create.ts';
const waiting = 'apps/api/src/actions/provision-site/until-ready.ts';
const finding = 'apps/api/src/targets/portal-site.ts';
const provisioned = 'apps/api/src/checks/site-provisioned.ts';
const plan = 'packages/contract/src/plan.ts';
const proof = 'apps/api/src/plan/perform.ts';
const writing = 'apps/api/src/operations/unanswered.ts';
const steps = 'apps/api/src/test-support/sim/durable-verbs.ts';

/** What somebody could get wrong, one at a time. The simulation must find each of them. */
export const plants = {
  'asks-unlooked': {
    says: 'A site is asked for without a look at what is there.',
    edits: [{ file: asking, from: 'if (there && there.id !== before) return null;', to: '' }],
  },
  'repeats-lost-posts': {
    says: 'A POST whose answer was lost is sent again at once.',
    edits: [
      { file: writing, from: "if (before % looks !== 0) throw new Problem('outcome-unknown');", to: '' },
      { file: asking, from: 'if (there && there.id !== before) return null;', to: '' },
    ],
  },
  'forgets-unknown-outcomes': {
    says: 'A write without an answer is noted as one that has not happened.',
    edits: [
      {
        file: writing,
        from: "if (!(error instanceof Problem) || error.code !== 'outcome-unknown') await tries.lower();",
        to: 'await tries.lower();',
      },
    ],
  },
  'keeps-found-writes-secret': {
    says: 'A write that lost its answer and is found later does not reach the journal.',
    edits: [{ file: writing, from: 'let wrote = unanswered > 0;', to: 'let wrote = false;' }],
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
    edits: [{ file: proof, from: 'holds(looked.get(id)?.finding)', to: 'Boolean(looked)' }],
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
  'forgets-notes': {
    says: 'A crash in the middle of a write leaves no trace.',
    edits: [
      {
        file: steps,
        from: 'return { unanswered: async () => count(), raise',
        to: 'const old = count();\n  return { unanswered: async () => count() - old, raise',
      },
    ],
  },
} satisfies Record<string, Plant>;
