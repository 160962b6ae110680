import type { HandOffPage } from '@portico/contract/hand-over';
import type { RunEvent } from '@portico/plan/event';
import type { HandOff } from '@portico/plan/reduce';

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const steps = [
  { id: 'system-administrator.remedy.open' },
  { id: 'system-administrator.remedy.assign', values: { user: 'alex@contoso.example' } },
];
const guide = {
  who: 'environment-admin',
  link: 'https://admin.powerplatform.microsoft.com/environments/environment/0f1e/hub',
  steps,
  notice: { id: 'mend.notice' },
} as const;

const told = (operation: string, state: HandOff['state'], days: number): RunEvent => ({
  type: 'hand-off',
  operation,
  handOff: 'h1',
  to: 'Mona Berg',
  until: inDays(days),
  state,
});

/** Somebody was asked to make the blocked check of Access pass. */
export const handed = (state: HandOff['state'], days = 7): readonly RunEvent[] => [
  {
    type: 'operation-started',
    operation: 'm1',
    action: 'mend:system-administrator',
    driver: 'guided',
    changes: [],
    key: '9b2f6c1e-0d6b-4a53-8a6e-1f3f5f3f0c12',
    guide,
  },
  { type: 'operation-waiting', operation: 'm1', for: 'person', says: { id: 'mend.watching' } },
  told('m1', 'given', days),
  ...(state === 'given' ? [] : [told('m1', state, days)]),
];

/** The same for an operation that waits for a person already. */
export const handedOn = (operation: string): readonly RunEvent[] => [told(operation, 'given', 3)];

type Open = Extract<HandOffPage, { state: 'open' }>;
export const openPage: Open = {
  state: 'open',
  from: 'Alex Lund',
  to: 'Mona Berg',
  customer: 'Contoso',
  environment: 'Contoso Production',
  says: { id: 'system-administrator.missing', values: { user: 'alex@contoso.example' } },
  why: [{ id: 'system-administrator.cause' }, { id: 'system-administrator.why' }],
  guide,
  until: inDays(7),
  watching: true,
  proof: '',
};

export const consentPage: Open = {
  ...openPage,
  says: { id: 'mend.consent', values: { service: 'Microsoft Graph' } },
  why: [
    { id: 'mend.consent.grants', values: { service: 'Microsoft Graph' } },
    { id: 'supply-chain-licence.why' },
  ],
  guide: {
    who: 'tenant-admin',
    link: 'https://login.microsoftonline.com/t1/v2.0/adminconsent',
    steps: [{ id: 'mend.consent.open' }, { id: 'mend.consent.read' }],
    notice: { id: 'mend.notice' },
  },
};
