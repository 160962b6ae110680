import { Problem } from '@portico/contract/problems';
import type { Choice, routes } from '@portico/contract/routes';
import type { Handlers } from '@portico/http/mount';
import type { Environment } from '@portico/microsoft/services/bap';
import { type Message, msg } from '@portico/plan/text';
import type { Context } from '../context.ts';
import { choicesOf } from '../choices/choices-of.ts';
import { knownTemplateChoices } from '../choices/known-templates.ts';
import { type Call, personOf } from './call.ts';
import { runTargets } from './run-targets.ts';

const unfit = {
  noDataverse: msg({
    id: 'choices.environment.no-dataverse',
    defaultMessage: 'It has no Dataverse database.',
  }),
  kind: msg({
    id: 'choices.environment.kind',
    defaultMessage: 'A {sku} environment can’t hold a production site.',
  }),
  off: msg({ id: 'choices.environment.off', defaultMessage: 'It can’t be used now: {state}.' }),
  closed: msg({
    id: 'choices.environment.closed',
    defaultMessage: 'It is in administration mode: only its administrators can sign in.',
  }),
  notLinked: msg({
    id: 'choices.environment.not-linked',
    defaultMessage: 'It names no finance and operations environment.',
  }),
} satisfies Record<string, Message>;

/** Fit ones first; those that can't be picked last, each with its reason. */
export function environmentChoice({ name, properties }: Environment): Choice {
  const {
    linkedEnvironmentMetadata: dataverse,
    linkedAppMetadata: finance,
    environmentSku,
    states,
  } = properties;
  const sku = environmentSku ?? '?';
  const state = states?.runtime?.id ?? '?';
  const judged = (fitness: number, reason?: Message, values?: Record<string, string>): Choice => ({
    value: name,
    label: properties.displayName ?? name,
    hint: dataverse?.instanceUrl ?? '',
    fitness,
    ...(reason ? { reason: { id: reason.id, ...(values ? { values } : {}) } } : {}),
    facts: { sku, region: properties.azureRegion ?? '', finance: URL.parse(finance?.url ?? '')?.host ?? '' },
  });
  if (!dataverse?.instanceUrl) return judged(0, unfit.noDataverse);
  const odd = /^(Default|Developer|Trial)$/.test(sku);
  if (odd && !finance?.url) return judged(0, unfit.kind, { sku });
  if (!/^(Enabled|AdminMode)$/.test(state)) return judged(0, unfit.off, { state });
  // These can be picked: what is in the way can be mended, or passed with a reason, and its check says how.
  if (odd) return judged(1, unfit.kind, { sku });
  if (state === 'AdminMode') return judged(1, unfit.closed);
  if (!finance?.url) return judged(1, unfit.notLinked);
  return judged(sku === 'Production' ? 3 : 2);
}

/** Before there is a set-up, nothing of one can be asked for. */
const noRun = { run: '', answers: {}, choices: {}, operations: {} };

export const choiceHandlers = (context: Context): Pick<Handlers<typeof routes, Call>, 'listChoices'> => ({
  listChoices: async ({ params, query, context: call }) => {
    const person = personOf(call);
    const reach = { person, patience: 'interactive', evidence: () => undefined } as const;
    switch (params.kind) {
      case 'environments': {
        const found = await context.wizard.targets({ ...reach, ...noRun }).environments();
        const choices = found.map(environmentChoice);
        return { choices: choices.sort((a, b) => b.fitness - a.fitness || a.label.localeCompare(b.label)) };
      }
      case 'known-templates': {
        const { run } = await runTargets(context)(call, query.run ?? '');
        return { choices: knownTemplateChoices(await context.known(person.tenant), run.id) };
      }
      case 'languages':
      case 'contacts':
      case 'accounts':
      case 'web-roles':
      case 'invitation':
      case 'template-environments':
      case 'template-sites': {
        if (!query.run) throw new Problem('not-found');
        const { targets } = await runTargets(context)(call, query.run);
        return { choices: await choicesOf[params.kind](targets, query.search ?? '') };
      }
      default:
        throw new Problem('not-found');
    }
  },
});
