import type { About } from '../store/database.ts';
import type { Captured } from './archive.ts';
import { fingerprintOf } from './fingerprint.ts';

const iso = (at: string): string => new Date(at).toISOString();

/** What is remembered of a site beside its content. */
export function aboutOf({ snapshot, name = '', imported, made, took, decided }: Captured): About {
  const { website, environment, language, model, origin, capturedAt, records } = snapshot;
  // Of an older site nobody can tell which roles the template gave: its baseline has none, and would take them away.
  const hasSets = records.some(({ sets }) => Object.values(sets).some((members) => members.length > 0));
  return {
    fingerprint: fingerprintOf(snapshot),
    website,
    ...(imported ? {} : { environment: environment.toLowerCase() }),
    language,
    model,
    whole: origin === 'captured' && hasSets && decided === undefined,
    inferred: origin === 'inferred',
    taken: iso(capturedAt),
    ...(made === undefined ? {} : { made: iso(made) }),
    name,
    from: imported?.from ?? 'site',
    touched: records.filter(({ untouched }) => untouched === false).length,
    ...(took === undefined ? {} : { took }),
  };
}
