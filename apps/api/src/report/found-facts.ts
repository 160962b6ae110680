import type { RunState } from '@portico/plan/reduce';
import { z } from 'zod';

/** What a report reads out of findings. Events outlive versions, so their facts are read as if from outside. */
const linked = z.object({
  environment: z.object({ name: z.string(), url: z.string() }),
  platformSays: z.string().optional(),
  dataverseSays: z.string().optional(),
});
const running = z.object({
  maps: z.array(
    z.object({
      name: z.string(),
      state: z.string(),
      wanted: z.boolean(),
      error: z.string().optional(),
      companies: z.array(
        z.object({ company: z.string(), state: z.string(), rows: z.number(), errors: z.number() }),
      ),
    }),
  ),
});
const provisioned = z.object({ url: z.string(), status: z.string() });
/** A production site has no clock. */
const trial = z.object({
  clock: z.object({
    suspendedOn: z.iso.datetime(),
    deletedOn: z.iso.datetime(),
    left: z.number().int().min(0).max(10_000),
    suspended: z.boolean(),
  }),
});

/** A fact and when the world looked like this. */
type Seen<T> = (T & { readonly at: string }) | undefined;

export interface FoundFacts {
  readonly linked: Seen<z.output<typeof linked>>;
  readonly running: Seen<z.output<typeof running>>;
  readonly provisioned: Seen<z.output<typeof provisioned>>;
  readonly trial: Seen<z.output<typeof trial>>;
}

export function foundFacts({ checks }: RunState): FoundFacts {
  const read = <T extends object>(check: string, schema: z.ZodType<T>): Seen<T> => {
    const { finding, at } = checks[check] ?? {};
    const { data } = schema.safeParse(finding?.facts);
    return data && at ? { ...data, at } : undefined;
  };
  return {
    linked: read('fno-linked', linked),
    running: read('maps-running', running),
    provisioned: read('site-provisioned', provisioned),
    trial: read('trial-clock', trial),
  };
}

/** When a trial ends, and whether it has, for what is said of it. */
export const ended = ({ suspendedOn, suspended }: z.output<typeof trial>['clock']) => ({
  end: suspendedOn,
  suspended: suspended ? 'yes' : 'no',
});
