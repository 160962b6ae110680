import type { routes } from '@portico/contract/routes';
import type { MetTemplate, WatchedSite } from '@portico/contract/watching';
import type { Handlers } from '@portico/http/mount';
import type { Context } from '../context.ts';
import { type Known, type KnownTemplate, newerFor, type Standing } from '../site-config/known-templates.ts';
import { type Call, personOf } from './call.ts';
import { runTargets } from './run-targets.ts';

/** Which sites a newer template is known for, and what it would come to: by what is kept, whatever Microsoft does. */
export const watchingHandlers = (
  context: Context,
): Pick<Handlers<typeof routes, Call>, 'watchTemplates' | 'predictUpdate'> => {
  const reach = runTargets(context);
  return {
    watchTemplates: async ({ context: call }) => {
      const { tenant } = personOf(call);
      const [known, runs] = await Promise.all([context.known(tenant), context.runs.list(tenant)]);
      return {
        sites: known.standings.map((standing) => watched(standing, known.templates)),
        others: runs.length - known.standings.length,
      };
    },
    predictUpdate: async ({ params, context: call }) => {
      const { state, targets } = await reach(call, params.run);
      return context.predict({ archive: targets.archive, choices: state.choices }, params.template);
    },
  };
};

function watched(standing: Standing, templates: Known['templates']): WatchedSite {
  const { run, title, baseline, took, looked, compared } = standing;
  const { about } = baseline;
  const found = newerFor(standing, templates);
  const isCompared = found !== undefined && found.fingerprint === compared?.fingerprint;
  const newer = isCompared ? { ...found, id: compared.id } : found;
  return {
    run,
    title,
    stands: {
      fingerprint: (took ?? about).fingerprint,
      since: about.taken,
      ...(about.made === undefined ? {} : { made: about.made }),
      ...(took
        ? { by: 'taken-over', name: took.name }
        : { by: about.inferred ? ('unknown' as const) : ('made' as const) }),
    },
    ...(looked === undefined ? {} : { looked }),
    ...(newer ? { newer: met(newer) } : {}),
    ...(isCompared ? { compared: true } : {}),
  };
}

const met = ({
  websites: _,
  environments: __,
  language: ___,
  model: ____,
  ...template
}: KnownTemplate): MetTemplate => template;
