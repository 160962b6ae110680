import type { HandOffPage } from '@portico/contract/hand-over';
import type { RunEvent } from '@portico/plan/event';
import { ApiProblem } from '../data/api-problem.ts';
import { AskSomebody } from '../parts/ask-somebody.tsx';
import { HandOffView } from '../parts/hand-off-view.tsx';
import type { HandOver } from '../parts/step-model.ts';
import type { Exhibit } from './exhibit.ts';
import * as sample from './sample-events.ts';
import { consentPage, handed, openPage } from './sample-hand-over.ts';
import { StepScreen } from './step-screen.tsx';

const page = (id: string, title: string, shown: HandOffPage | undefined, silent = false): Exhibit => ({
  id: `hand-off-${id}`,
  title: `Hand-off: ${title}`,
  whole: true,
  draw: () => <HandOffView shown={{ page: shown, from: openPage.from, silent }} rehearsal />,
});

const access = (id: string, title: string, events: readonly RunEvent[]): Exhibit => ({
  id: `access-${id}`,
  title: `Access: ${title}`,
  draw: () => (
    <StepScreen id="access" events={[...sample.environmentDone, ...sample.accessBlocked, ...events]} />
  ),
});

const idle = { run: () => undefined, busy: false, problem: undefined };
const handOver: HandOver = {
  give: idle,
  made: undefined,
  forget: () => undefined,
  takeBack: idle,
  stop: idle,
};
const dialog = (id: string, title: string, more: Partial<HandOver>, again = false): Exhibit => ({
  id: `ask-${id}`,
  title: `Ask somebody else: ${title}`,
  whole: true,
  draw: () => (
    <main>
      <h1>Contoso</h1>
      <AskSomebody
        asked={{ check: 'system-administrator' }}
        handOver={{ ...handOver, ...more }}
        again={again}
        startOpen
      />
    </main>
  ),
});

export const handOverExhibits: readonly Exhibit[] = [
  page('open', 'one task', openPage),
  page('consent', 'consent', consentPage),
  page('later', 'the sender’s sign-in has ended', { ...openPage, watching: false }),
  page('silent', 'no connection', openPage, true),
  page('first-silent', 'no connection from the start', undefined, true),
  page('loading', 'reading', undefined),
  page('done', 'done', { state: 'done' }),
  page('over', 'ended', { state: 'over' }),
  access('handed', 'somebody was asked', handed('given')),
  access('handed-opened', 'and opened the link', handed('opened')),
  access('handed-sign-in', 'and the sender must sign in', [
    ...handed('opened'),
    { type: 'operation-waiting', operation: 'm1', for: 'sign-in', says: { id: 'operation.needs-sign-in' } },
  ]),
  access('watched', 'watched, and nobody was asked', handed('given').slice(0, 2)),
  access('handed-expired', 'and did nothing in time', handed('expired', -1)),
  dialog('form', 'whom and for how long', {}),
  dialog('again', 'a new link ends the other', {}, true),
  dialog('refused', 'refused', {
    give: { ...idle, problem: new ApiProblem(409, { code: 'nothing-to-hand-over', retry: 'never' }) },
  }),
  dialog('made', 'the link', {
    made: {
      operation: 'm1',
      to: 'Mona Berg',
      link: 'https://portico.example/handoff#3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    },
  }),
];
