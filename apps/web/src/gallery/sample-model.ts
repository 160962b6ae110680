import { plan, type StepId } from '@portico/contract/plan';
import type { IntlShape } from 'react-intl';
import { undermined } from '@portico/contract/health';
import { standingOf } from '../data/decisions.ts';
import { gateFor } from '../data/gates.ts';
import type { PlanStore } from '../data/plan-store.ts';
import type { Do, Review, StepModel } from '../parts/step-model.ts';
import { paths } from '../paths.ts';
import { steps } from '../steps/index.ts';

const idle = { run: () => undefined, busy: false, problem: undefined } satisfies Do<[]>;

export const config: StepModel['config'] = {
  cloud: {
    id: 'twin',
    rehearsal: true,
    scenario: 'Contoso, everything in order',
    controlUrl: '/twin',
    speed: 60,
    siteScheme: 'https:',
    siteDomain: 'powerappsportals.com',
    gateways: ['https://projectmanagementservice.*.gateway.prod.island.powerapps.com'],
  },
  signIn: {
    clientId: 'c',
    authority: 'https://localhost',
    apiScope: 'api://a/access_as_user',
    knownAuthorities: [],
    consentLink: 'https://login.microsoftonline.com/{tenant}/v2.0/adminconsent',
    origins: [],
  },
  version: 'gallery',
};

const quiet = { run: async () => true, busy: false, problem: undefined };
export const noSnapshots: StepModel['update']['snapshots'] = {
  giveTemplate: quiet,
  giveBaseline: quiet,
  save: quiet,
};

export const noDraft: StepModel['draft'] = {
  read: () => undefined,
  keep: () => undefined,
  drop: () => undefined,
};

export const ways: StepModel['ways'] = {
  go: () => undefined,
  consentLink: 'https://login.microsoftonline.com/t1/v2.0/adminconsent',
};

const guideSteps = ['templates', 'tab', 'choose', 'done'].map((name) => ({
  id: `provision-site.guide.${name}`,
}));

export const review: Review = {
  changes: [
    {
      system: 'Power Pages',
      says: {
        id: 'provision-site.change',
        values: {
          name: 'Contoso orders',
          url: 'https://contoso-orders.powerappsportals.com',
          language: 'English',
        },
      },
      undo: 'by-hand',
    },
    { system: 'Dataverse', says: { id: 'provision-site.change.package' }, undo: 'impossible' },
  ],
  drivers: {
    automatic: { available: true },
    guided: {
      available: true,
      guide: {
        who: 'you',
        link: 'https://make.powerpages.microsoft.com/environments/0f1e/portals/home',
        steps: guideSteps,
        notice: { id: 'provision-site.guide.notice' },
        troubles: [
          {
            says: ["You don't have permissions to create a site in this environment"],
            cause: { id: 'site-error.no-permission' },
            who: 'environment-admin',
            steps: [{ id: 'site-error.step.access' }, { id: 'site-error.step.hand-over' }],
          },
          {
            says: ['maximum number of sites'],
            cause: { id: 'site-error.maximum' },
            who: 'you',
            steps: [{ id: 'site-error.maximum.use' }, { id: 'site-error.maximum.delete' }],
          },
        ],
      },
    },
  },
};

/** A step's model as the shell would make it, without anything behind its commands. */
export function modelOf(
  intl: IntlShape,
  id: StepId,
  { state }: PlanStore,
  more: Partial<StepModel> = {},
): StepModel {
  const number = plan.steps.findIndex((step) => step.id === id) + 1;
  const step = plan.steps[number - 1] ?? plan.steps[0];
  const place = (other: string | undefined) => {
    const there = plan.steps.find((one) => one.id === other);
    return (
      there && {
        id: there.id,
        title: intl.formatMessage(steps[there.id].title),
        href: paths.step('sample', there.id),
      }
    );
  };
  return {
    run: 'sample',
    step,
    action: step.actions[0],
    title: intl.formatMessage(steps[id].title),
    why: intl.formatMessage(steps[id].why),
    number,
    total: plan.steps.length - 1,
    state,
    gate: gateFor(state, id),
    config,
    repair: place(undermined(step, state, gateFor(state, id))),
    next: place(plan.steps[number]?.id ?? ''),
    passedOver: [],
    place,
    choices: { status: 'ready', value: [] },
    review: { status: 'ready', value: review },
    answer: idle,
    check: idle,
    start: idle,
    nudge: idle,
    cancel: idle,
    later: {
      asked: undefined,
      ask: () => undefined,
      review: { status: 'ready', value: review },
      start: idle,
    },
    override: idle,
    withdraw: idle,
    handOver: { give: idle, made: undefined, forget: () => undefined, takeBack: idle, stop: idle },
    invitees: {
      contacts: { status: 'ready', value: [] },
      accounts: { status: 'ready', value: [] },
      search: () => undefined,
      show: idle,
      link: undefined,
      forget: () => undefined,
    },
    update: {
      sites: { status: 'loading' },
      templates: { status: 'loading' },
      proposed: undefined,
      lookIn: () => undefined,
      compared: false,
      overview: { status: 'loading' },
      counting: false,
      record: undefined,
      hrefOf: (record) => (record ? '#update-record' : '#update-overview'),
      detail: { status: 'loading' },
      preview: { status: 'loading' },
      lookAtPreview: () => undefined,
      snapshots: noSnapshots,
      decisions: {
        of: (key) => standingOf(state.choices, {}, key),
        decide: () => undefined,
        withdraw: () => undefined,
        forget: () => undefined,
        undo: undefined,
        last: undefined,
      },
      draftOf: () => noDraft,
      savePlan: idle,
    },
    download: idle,
    leave: () => undefined,
    ways,
    draft: noDraft,
    signedIn: false,
    me: 'u1',
    ...more,
  };
}
