import { plan } from '@portico/contract/plan';
import { emptyRun, reduce } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { drawReport } from './draw-report.ts';
import { renderReport } from './render-report.ts';
import { pdfText } from './test-support/pdf-text.ts';
import { sampleRun } from './test-support/sample-run.ts';

const now = new Date('2026-11-24T09:00:00Z');
const asked = { broken: undefined, now, locale: 'en-GB', zone: 'Europe/Oslo' };

test('a report is a PDF of sensible size, with its title and language for readers', async () => {
  const pdf = await renderReport({ ...sampleRun(), ...asked });
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);
  expect(pdf.length).toBeLessThan(300_000);
  const bytes = pdf.toString('latin1');
  expect(bytes).toContain('/Lang (en-GB)');
  expect(bytes).toContain('(Customer Portal set-up report: Contoso: Customer Portal)');
});

test('the same run gives the same bytes', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => renderReport({ ...sampleRun(), ...asked })));
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
});

test('it says who did what, what is open, and what the journal ends with', async () => {
  const { run, events, state } = sampleRun();
  const text = pdfText(await drawReport({ run, events, state, ...asked, compress: false }));
  for (const words of [
    'Contoso: Customer Portal',
    'Mona Berg',
    'Ada Consultant',
    '23 Nov 2026, 09:03',
    'The site is a trial that ends on 21 Feb 2027',
    'Buy capacity packs',
    'Can’t be undone',
    'in Dutch',
    'The dual-write solutions are installed',
    'What others were asked for',
    'Piet Visser',
    'Done, and proven, on',
    'Intact.',
    'Page 1 of',
    events.at(-1)?.hash.slice(0, 8) ?? '?',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('Rehearsal');
  // Queries stay out of print: they may name people.
  expect(text).not.toContain('secret=query');
});

test('rows and time of a copying stand beside what was expected of them', async () => {
  const { run, events: before } = sampleRun();
  const said = [
    ['expecting', { maps: 3, rows: 80_312, atLeast: 36_000, atMost: 83_000 }],
    [
      'copied',
      {
        name: 'Customers',
        number: 1,
        total: 3,
        rows: 75_790,
        took: 61_300,
        expected: 75_802,
        least: 32_500,
        most: 76_200,
      },
    ],
    ['copied', { name: 'Sites', number: 2, total: 3, rows: 14 }],
  ] as const;
  const events = before
    .flatMap((envelope) => {
      const { event } = envelope;
      if (event.type !== 'operation-finished' || event.operation !== 'op-2') return [envelope];
      const { operation } = event;
      const words = said.map(([id, values]) => ({
        ...envelope,
        event: { type: 'operation-said', operation, says: { id: `start-maps.${id}`, values } } as const,
      }));
      return [...words, envelope];
    })
    .map((envelope, index) => ({ ...envelope, seq: index + 1 }));
  const state = events.reduce((so, each) => reduce(plan, so, each), emptyRun);
  const text = pdfText(await drawReport({ run, events, state, ...asked, compress: false }));
  for (const words of [
    'Expected in all: 80,312 rows, in 10 hours to 23 hours.',
    'A person started the maps',
    'Of one more map nobody told',
    '75,802',
    '75,790',
    '9 hours to 21 hours',
    '17 hours',
    'not known',
    'Together, the one map of which all is known',
  ])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
});

test('a rehearsal says so on each page, and a broken chain on the first', async () => {
  const { run, events, state } = sampleRun('twin');
  const text = pdfText(await drawReport({ run, events, state, ...asked, broken: 7, compress: false }));
  const pages = text.match(/Page \d+ of \d+/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(4);
  expect(text.match(/Rehearsal: nothing of this happened in a real tenant/g)).toHaveLength(pages);
  expect(text).toContain('from entry 7 on, nothing here is proof');
  expect(text).not.toContain('Intact.');
});

test('what looks like a token is never printed, wherever it hides', async () => {
  const { run, events, state } = sampleRun();
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl';
  const said = events.map((envelope) =>
    envelope.event.type === 'run-created'
      ? { ...envelope, by: { id: 'x', tenant: 'x', name: `Eve ${token}` } }
      : envelope,
  );
  const title = `Contoso Bearer ${token}`;
  const request = { run: { ...run, title }, events: said, state, ...asked, compress: false };
  const pdf = await drawReport(request);
  const everything = pdfText(pdf) + pdf.toString('latin1');
  expect(everything).toContain('Eve [removed]');
  expect(everything).not.toMatch(/eyJ|c2lnbmF0dXJl/);
});

test('an empty run gives a report too', async () => {
  const pdf = await renderReport({ run: { id: 'r', title: '' }, events: [], state: emptyRun, ...asked });
  expect(pdf.subarray(0, 4).toString('latin1')).toBe('%PDF');
});
