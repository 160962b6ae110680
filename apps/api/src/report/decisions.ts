import { answers as schemas } from '@portico/contract/answers';
import type { Envelope } from '@portico/plan/event';
import type { Plan } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';
import { msg, type Text, text } from '@portico/plan/text';
import type { FoundFacts } from './found-facts.ts';
import { stepTitle } from './names.ts';
import type { Says } from './says.ts';

/** What a person decided in a step; the newest decision counts. */
export interface Decision {
  readonly step: Text;
  readonly lines: readonly Says[];
  readonly by?: string;
  readonly at: string;
}

const chose = msg({ id: 'report.decided.environment', defaultMessage: 'Environment {name} ({id})' });
const bare = msg({ id: 'report.decided.environment.bare', defaultMessage: 'Environment {id}' });
const gateway = msg({
  id: 'report.decided.gateway',
  defaultMessage: 'The dual-write gateway is asked at {gateway}',
});
const wins = msg({
  id: 'report.decided.master',
  defaultMessage:
    '{master, select, dataverse {Dataverse} other {Finance and operations}} wins where both sides hold the same key',
});
const copied = msg({
  id: 'report.decided.sync',
  defaultMessage: 'Existing rows are copied once when the maps start',
});
const notCopied = msg({
  id: 'report.decided.no-sync',
  defaultMessage: 'Existing rows aren’t copied; only what changes from now on',
});
const site = msg({
  id: 'report.decided.site',
  defaultMessage: 'Site “{name}” at the address {subdomain}, in {language}',
});

const formerPages = msg({
  id: 'report.decided.site.record',
  defaultMessage: 'It shows the pages of a former site, record {record} in Dataverse',
});

const people = msg({
  id: 'report.decided.users',
  defaultMessage:
    '{count, plural, =0 {Nobody is invited yet} one {One contact is to be invited} other {# contacts are to be invited}}',
});
const convertNow = msg({
  id: 'report.decided.convert.now',
  defaultMessage: 'The site is converted to production now',
});
const convertLater = msg({
  id: 'report.decided.convert.later',
  defaultMessage: 'The site stays a trial for now; {by} converts it before it ends',
});

export function decisions(
  plan: Plan,
  state: RunState,
  events: readonly Envelope[],
  found: FoundFacts,
): readonly Decision[] {
  return plan.steps.flatMap(({ id }) => {
    const said = events.findLast(({ event }) => event.type === 'answered' && event.step === id);
    const lines = linesOf(id, state.answers[id], found);
    if (!said || lines.length === 0) return [];
    return [{ step: stepTitle(id), lines, at: said.at, ...(said.by ? { by: said.by.name } : {}) }];
  });
}

function linesOf(step: string, answer: unknown, found: FoundFacts): readonly Says[] {
  switch (step) {
    case 'environment': {
      const { data } = schemas.environment.safeParse(answer);
      const name = found.linked?.environment.name;
      if (!data) return [];
      return [name ? text(chose, { name, id: data.environment }) : text(bare, { id: data.environment })];
    }
    case 'dual-write': {
      const given = schemas['dual-write'].safeParse(answer).data?.gateway;
      return given === undefined ? [] : [text(gateway, { gateway: given })];
    }
    case 'table-maps': {
      const { data } = schemas['table-maps'].safeParse(answer);
      return data ? [text(wins, { master: data.master }), text(data.initialSync ? copied : notCopied)] : [];
    }
    case 'portal-site': {
      const { data } = schemas['portal-site'].safeParse(answer);
      if (!data) return [];
      const { record, ...chosen } = data;
      return [text(site, chosen), ...(record ? [text(formerPages, { record })] : [])];
    }
    case 'first-users': {
      const { data } = schemas['first-users'].safeParse(answer);
      return data ? [text(people, { count: data.people.length })] : [];
    }
    case 'go-live': {
      const { data } = schemas['go-live'].safeParse(answer);
      if (!data) return [];
      return [data.convert === 'now' ? text(convertNow) : text(convertLater, { by: data.by })];
    }
    default:
      return [];
  }
}
