/** The plan's actions as the API performs them, against the twin of one operation; see in-the-twin.ts. */
import { twinCloud } from '@portico/microsoft/twin-cloud';
import type { ActionId, StepId } from '@portico/contract/plan';
import type { Person } from '@portico/plan/event';
import { registrations } from '@portico/twin/registrations';
import { actions } from '../../actions/index.ts';
import { keepAssertion } from '../../auth/assertion.ts';
import { openWizard } from '../../open-wizard.ts';
import { performOn } from '../../plan/perform-on.ts';
import type { Wizard } from '../../plan/wizard.ts';
import { createRuns } from '../../store/runs.ts';
import { patiently } from '../patiently.ts';
import type { SubjectModule } from './crash-orders.ts';

export interface TwinSettings {
  readonly port: number;
  readonly by: Person;
  /** With which that person came to us. */
  readonly assertion: string;
  /** What that person decided, by step. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** What was looked at and done before. */
  readonly lookedAt?: StepId;
  readonly before?: ActionId;
}

/** Milliseconds. */
const patience = 300_000;

function unlessLate(error: unknown): undefined {
  if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
}

const now = () => new Date();
const log = {
  warn: (...said: unknown[]) => process.stderr.write(`${JSON.stringify(said)}\n`),
  error: (...said: unknown[]) => process.stderr.write(`${JSON.stringify(said)}\n`),
};

/** Does an action at once, and in this process: nobody kills it. */
async function doBefore(
  wizard: Wizard,
  { run, by, answers }: { run: string; by: Person; answers: TwinSettings['answers'] },
  action: ActionId,
): Promise<void> {
  const more = { choices: {}, operations: {}, patience: 'durable', evidence: () => undefined } as const;
  const targets = wizard.targets({ run, person: by, answers, ...more });
  // Whoever died before the start was written asks again.
  if (await targets.archive.latest('update')) return;
  const at = { unanswered: 0, write: <T>(send: () => Promise<T>) => send() };
  await actions[action].drivers.automatic?.run(targets, {
    say: async () => undefined,
    // What the twin turns away once, it may turn away here.
    once: (_key, act) => act(at).catch(() => act(at)),
    until: async () => {
      throw new Error(`${action} waits for nobody.`);
    },
  });
}

export const open: SubjectModule['open'] = async (
  { port, by, assertion, answers, lookedAt, before }: TwinSettings,
  { store, journal },
) => {
  const means = {
    version: 'crash',
    store,
    journal,
    log,
    now,
    runs: createRuns(store, { now }),
    cloud: twinCloud(port, 1),
    registrations: { wizard: registrations.browser, api: registrations.api },
    // The next process opens what this one sealed.
    secrets: {
      apiSecret: registrations.apiSecret,
      sealKeys: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    },
    returnTo: 'http://localhost/',
  };
  // On a very busy machine the twin's first answer may take longer than anybody waits for a sign-in.
  const { wizard, vault, handOffs } = await patiently(
    'the twin’s sign-in answers',
    () => openWizard(means).catch(unlessLate),
    patience,
  );
  return {
    by,
    perform: performOn({ wizard, journal, handOffs, now }),
    // Nothing is looked at and the gate isn't asked: each action has a world to itself, and proves itself in the end.
    async prepare(run) {
      await keepAssertion(vault, { tenant: by.tenant, user: by.id }, assertion);
      const decided = Object.entries(answers).map(
        ([step, given]) => ({ type: 'answered', step, answers: given }) as const,
      );
      await journal.append(run, by, decided, 'answered');
      if (lookedAt) await wizard.look(run, by, { step: lookedAt });
      if (before) await doBefore(wizard, { run, by, answers }, before);
    },
  };
};
