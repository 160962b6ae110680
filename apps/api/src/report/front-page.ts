import { msg, text } from '@portico/plan/text';
import type { Content } from 'pdfmake/interfaces.js';
import { ended } from './found-facts.ts';
import { factList, linked, section, table } from './document-parts.ts';
import { running } from './proof-section.ts';
import type { ReportModel } from './report-model.ts';
import type { Speaker } from './speaker.ts';

const words = {
  lead: msg({
    id: 'report.lead',
    defaultMessage:
      '{done} of {total} steps are done. {open, plural, =0 {Nothing is open.} one {One item is open.} other {# items are open.}}',
  }),
  live: msg({ id: 'report.lead.site', defaultMessage: 'The Customer Portal is created.' }),
  maps: msg({ id: 'report.lead.maps', defaultMessage: '{running} of {total} table maps run.' }),
  trial: msg({
    id: 'report.lead.trial',
    defaultMessage:
      '{suspended, select, yes {The site’s trial ended on {end}, and the site is suspended.} other {The site is a trial that ends on {end}.}}',
  }),
  broken: msg({
    id: 'report.lead.broken',
    defaultMessage:
      'The journal behind this report was changed after it was written: from entry {seq} on, nothing here is proof.',
  }),
  setUp: msg({ id: 'report.fact.set-up', defaultMessage: 'Set-up' }),
  environment: msg({ id: 'report.fact.environment', defaultMessage: 'Environment' }),
  finance: msg({ id: 'report.fact.finance', defaultMessage: 'Finance and operations' }),
  site: msg({ id: 'report.fact.site', defaultMessage: 'Site' }),
  begun: msg({ id: 'report.fact.begun', defaultMessage: 'Begun' }),
  people: msg({ id: 'report.fact.people', defaultMessage: 'People' }),
  made: msg({ id: 'report.fact.made', defaultMessage: 'Report made' }),
  zone: msg({ id: 'report.fact.zone', defaultMessage: 'Times are in {zone}.' }),
  cloud: msg({ id: 'report.fact.cloud', defaultMessage: 'Cloud' }),
  decided: msg({ id: 'report.decided', defaultMessage: 'What was decided' }),
  step: msg({ id: 'report.column.step', defaultMessage: 'Step' }),
  decision: msg({ id: 'report.column.decision', defaultMessage: 'Decision' }),
  who: msg({ id: 'report.column.who', defaultMessage: 'By whom, when' }),
};

/** Where things stand in a few sentences, what this is about, and what people decided. */
export function frontPage(model: ReportModel, { say, zone }: Speaker): Content[] {
  const { found, progress, open, journal, begun } = model;
  const { linked: pair, provisioned, running: maps, trial } = found;
  const finance = pair?.dataverseSays ?? pair?.platformSays;
  const sentences = [
    text(words.lead, { ...progress, open: open.length }),
    ...(model.siteReady ? [text(words.live)] : []),
    ...(maps ? [text(words.maps, { running: running(maps.maps), total: maps.maps.length })] : []),
    ...(trial ? [text(words.trial, ended(trial.clock))] : []),
  ];
  return [
    { text: say(model.title) || '–', style: 'title', margin: [0, 2, 0, 12] },
    ...(journal.broken === undefined
      ? []
      : [
          {
            text: say(text(words.broken, { seq: journal.broken })),
            style: 'lead',
            bold: true,
            margin: [0, 0, 0, 8] as [number, number, number, number],
          },
        ]),
    { text: sentences.map(say).join(' '), style: 'lead', margin: [0, 0, 0, 14] },
    factList([
      [
        say(text(words.environment)),
        pair && [say(pair.environment.name), { text: say(pair.environment.url), style: 'soft' }],
      ],
      [say(text(words.finance)), finance && say(finance)],
      [say(text(words.site)), provisioned?.url ? linked(provisioned.url, say(provisioned.url)) : undefined],
      [say(text(words.begun)), begun && joined(say({ at: begun.at }), say(begun.by))],
      [say(text(words.people)), model.people.map((name) => say(name)).join(', ') || undefined],
      [say(text(words.made)), `${say({ at: model.madeAt })}. ${say(text(words.zone, { zone }))}`],
      [say(text(words.cloud)), say(model.cloud.name)],
      [say(text(words.setUp)), say(model.id)],
    ]),
    ...(model.decisions.length > 0
      ? [
          section(say(text(words.decided))),
          table(
            [110, '*', 130],
            [words.step, words.decision, words.who].map((word) => say(text(word))),
            model.decisions.map(({ step, lines, by, at }) => [
              { text: say(step), bold: true },
              lines.map(say).join('\n'),
              { text: joined(say(by ?? ''), say({ at })), style: 'soft' },
            ]),
          ),
        ]
      : []),
  ];
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(', ');
