import { msg, text } from '@portico/plan/text';
import type { Content } from 'pdfmake/interfaces.js';
import { factList, linked, section, table } from './document-parts.ts';
import { ended, type FoundFacts } from './found-facts.ts';
import type { ReportModel } from './report-model.ts';
import type { Speaker } from './speaker.ts';

type Maps = NonNullable<FoundFacts['running']>['maps'];

const words = {
  heading: msg({ id: 'report.proof', defaultMessage: 'The proof' }),
  intro: msg({
    id: 'report.proof.intro',
    defaultMessage: 'Read back from Microsoft after the changes, not taken from what the changes reported.',
  }),
  none: msg({
    id: 'report.proof.none',
    defaultMessage: 'There is nothing to prove yet: neither maps nor a site.',
  }),
  address: msg({ id: 'report.proof.address', defaultMessage: 'Site address' }),
  status: msg({ id: 'report.proof.status', defaultMessage: 'Microsoft’s status' }),
  answer: msg({ id: 'report.proof.answer', defaultMessage: 'The site itself' }),
  trial: msg({ id: 'report.proof.trial', defaultMessage: 'Trial' }),
  trialEnds: msg({
    id: 'report.proof.trial.ends',
    defaultMessage:
      '{suspended, select, yes {Ended on {end}; the site is suspended, and its host is deleted on {deletedOn}} other {Ends on {end}; {days, plural, one {one day was} other {# days were}} left on {at}}}',
  }),
  maps: msg({ id: 'report.proof.maps', defaultMessage: 'Table maps, as read on {at}' }),
  map: msg({ id: 'report.column.map', defaultMessage: 'Map' }),
  state: msg({ id: 'report.column.state', defaultMessage: 'State' }),
  companies: msg({ id: 'report.column.companies', defaultMessage: 'First copy of the rows, per company' }),
  needed: msg({ id: 'report.proof.map.needed', defaultMessage: 'prerequisite' }),
  company: msg({
    id: 'report.proof.company',
    defaultMessage:
      '{company}: {state}, {rows, plural, one {one row} other {# rows}}{errors, plural, =0 {} one {, one error} other {, # errors}}',
  }),
  read: msg({ id: 'report.proof.read', defaultMessage: '{says} ({at})' }),
};

const states: Readonly<Record<string, { readonly id: string; readonly defaultMessage: string }>> = {
  running: msg({ id: 'report.map.running', defaultMessage: 'Running' }),
  'initial-sync': msg({ id: 'report.map.initial-sync', defaultMessage: 'Copying rows' }),
  resuming: msg({ id: 'report.map.resuming', defaultMessage: 'Resuming' }),
  paused: msg({ id: 'report.map.paused', defaultMessage: 'Paused' }),
  stopped: msg({ id: 'report.map.stopped', defaultMessage: 'Stopped' }),
  'not-running': msg({ id: 'report.map.not-running', defaultMessage: 'Not running' }),
};
const unread = msg({ id: 'report.map.unknown', defaultMessage: 'Can’t be verified' });

export const running = (maps: Maps): number => maps.filter(({ state }) => state === 'running').length;

const trialValues = ({ clock, at }: NonNullable<FoundFacts['trial']>) => ({
  ...ended(clock),
  deletedOn: clock.deletedOn,
  days: clock.left,
  at,
});

/** What says that the work had its effect: the site and the maps, as Microsoft's own systems read back. */
export function proofSection({ found, siteAnswers }: ReportModel, { say }: Speaker): Content[] {
  const { provisioned: site, running: maps, trial } = found;
  const stateOf = (state: string) =>
    say(text((Object.hasOwn(states, state) ? states[state] : undefined) ?? unread));
  return [
    section(say(text(words.heading)), say(text(words.intro))),
    ...(site
      ? [
          factList([
            [say(text(words.address)), linked(site.url, say(site.url))],
            [say(text(words.status)), say(text(words.read, { says: site.status, at: site.at }))],
            [
              say(text(words.answer)),
              siteAnswers && say(text(words.read, { says: say(siteAnswers.says), at: siteAnswers.at })),
            ],
            [say(text(words.trial)), trial && say(text(words.trialEnds, trialValues(trial)))],
          ]),
        ]
      : []),
    ...(maps
      ? [
          { text: say(text(words.maps, { at: maps.at })), style: 'step' },
          table(
            ['*', 80, 180],
            [words.map, words.state, words.companies].map((word) => say(text(word))),
            maps.maps.map(({ name, state, wanted, error, companies }) => [
              {
                text: [
                  say(name),
                  ...(wanted ? [] : [{ text: `, ${say(text(words.needed))}`, style: 'soft' }]),
                ],
              },
              { text: stateOf(state), bold: state !== 'running' },
              {
                stack: [
                  ...companies.map((company) => say(text(words.company, company))),
                  ...(error ? [say(error)] : []),
                ],
                style: 'soft',
              },
            ]),
          ),
        ]
      : []),
    ...(site || maps ? [] : [{ text: say(text(words.none)) }]),
  ];
}
