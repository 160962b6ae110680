import { environments } from '@portico/twin/scenarios/contoso/ids';
import type { World } from '@portico/twin/world';
import { type Decided, portals } from './small-world.ts';

export interface Written {
  readonly operation: string;
  accepted: boolean;
  /** Whether the product ever got that answer. */
  heard: boolean;
}

interface Means {
  readonly twin: World;
  readonly decided: Decided;
  readonly operation: () => string;
  readonly broken: (words: string) => void;
}

/** Milliseconds in which a list that lags still explains that nobody knew of a site. */
const believed = 125_000;

/** Milliseconds that a call is on its way at most. */
const onItsWay = 5_000;

/** Judges each wish for a site as it arrives: by what is there at that moment. */
export function watchWrites({ twin, decided, operation, broken }: Means) {
  const written: Written[] = [];
  const ours = new Set<string>();
  let lags = false;
  let former: { readonly decided: Decided; readonly until: number } | undefined;
  return {
    written,
    /** What was on its way when somebody decides anew arrives as it was decided before. */
    decidesAnew: () =>
      void (former = { decided: { ...decided }, until: twin.clock.now().getTime() + onItsWay }),
    lagged: () => void (lags = true),
    /** Takes in a wish before the service does. */
    arrives(body: unknown) {
      const entry: Written = { operation: operation(), accepted: false, heard: false };
      written.push(entry);
      const now = twin.clock.now().getTime();
      for (const site of portals(twin)) {
        if (ours.has(site.id))
          broken(`sent twice: a site is asked for though ${site.subdomain} is on its way`);
        // What is in the list is seen before anything is asked for.
        const known = now - Date.parse(site.createdAt) > onItsWay + (lags ? believed : 2_000);
        // Whose template reads like any other's is told apart by Microsoft alone.
        const told = twin.state.switches.templateName === 'echoed' || site.subdomain === decided.subdomain;
        if (known && told) broken(`asked for beside ${site.subdomain}, which was there to be seen`);
      }
      const isAs = ({ name, subdomain, language, record }: Decided) => {
        const { websiteRecordId, ...wish } = body as Record<string, unknown>;
        const asked = { name, subdomain, templateName: 'CustomerPortal', selectedBaseLanguage: language };
        return (
          Object.entries(asked).every(([key, value]) => wish[key] === value) && websiteRecordId === record
        );
      };
      if (!isAs(decided) && !(former && now < former.until && isAs(former.decided)))
        broken(`not as decided: ${JSON.stringify(body)}`);
      return {
        replied(status: number) {
          if (status !== 202) return;
          entry.accepted = true;
          const made = twin.state.platform.sites.findLast(
            ({ environment }) => environment === environments.production,
          );
          if (made) ours.add(made.id);
        },
        heard: () => void (entry.heard = true),
      };
    },
  };
}
export type WriteWatch = ReturnType<typeof watchWrites>;
