import { msg, text } from '@portico/plan/text';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { changesSection } from './changes-section.ts';
import { checksSection } from './checks-section.ts';
import { defaultStyle, rule, side, styles } from './document-parts.ts';
import { evidenceSection } from './evidence-section.ts';
import { frontPage } from './front-page.ts';
import { openSection } from './open-section.ts';
import { handOffsSection } from './hand-offs-section.ts';
import { proofSection } from './proof-section.ts';
import type { ReportModel } from './report-model.ts';
import type { Speaker } from './speaker.ts';

const words = {
  document: msg({ id: 'report.document', defaultMessage: 'Customer Portal set-up report' }),
  rehearsal: msg({
    id: 'report.rehearsal',
    defaultMessage: 'Rehearsal: nothing of this happened in a real tenant',
  }),
  page: msg({ id: 'report.page', defaultMessage: 'Page {page} of {pages}' }),
  entry: msg({ id: 'report.page.entry', defaultMessage: 'Journal entry {seq}, {hash}' }),
};

/** Lays a report out for paper: A4, greys, a rehearsal said on each page. */
export function reportDocument(model: ReportModel, { say, language, zone }: Speaker): TDocumentDefinitions {
  const { title, cloud, journal, madeAt } = model;
  const banner: Content[] = cloud.rehearsal
    ? [
        {
          table: {
            widths: ['*'],
            body: [[{ text: say(text(words.rehearsal)), bold: true, alignment: 'center', fontSize: 9.5 }]],
          },
          layout: { hLineWidth: () => 1, vLineWidth: () => 1, paddingTop: () => 5, paddingBottom: () => 2 },
          margin: [0, 0, 0, 6],
        },
      ]
    : [];
  const speaker = { say, language, zone };
  return {
    pageSize: 'A4',
    pageMargins: [side, cloud.rehearsal ? 84 : 62, side, 60],
    language,
    info: {
      title: `${say(text(words.document))}: ${say(title)}`,
      author: 'Portico',
      subject: say(text(words.document)),
      creator: 'Portico',
      producer: 'Portico',
      creationDate: new Date(madeAt),
    },
    styles,
    defaultStyle,
    header: (page) => ({
      margin: [side, 24, side, 0],
      stack: [
        ...banner,
        // The first page carries the title in full.
        ...(page === 1
          ? []
          : [
              {
                columns: [
                  { text: say(text(words.document)), style: 'soft' },
                  { text: say(title), style: 'soft', alignment: 'right' as const, noWrap: false },
                ],
              },
            ]),
      ],
    }),
    footer: (page, pages) => ({
      margin: [side, 14, side, 0],
      stack: [
        rule(),
        {
          margin: [0, 5, 0, 0],
          columns: [
            {
              text: say(text(words.entry, { seq: journal.seq, hash: journal.hash.slice(0, 16) || '–' })),
              style: 'small',
            },
            { text: say(text(words.page, { page, pages })), style: 'small', alignment: 'right' },
          ],
        },
      ],
    }),
    content: [
      { text: say(text(words.document)), style: 'kicker' },
      ...frontPage(model, speaker),
      ...openSection(model, speaker),
      ...proofSection(model, speaker),
      ...checksSection(model, speaker),
      ...changesSection(model, speaker),
      ...handOffsSection(model, speaker),
      ...evidenceSection(model, speaker),
    ],
    pageBreakBefore: ({ headlineLevel, startPosition }, { getFollowingNodesOnPage }) => {
      if (headlineLevel !== 1) return false;
      // A heading never stands alone at the foot of a page, and neither does the head of a table under it.
      const torn = getFollowingNodesOnPage().find(({ table }) => table)?.pageNumbers.length !== 1;
      return startPosition.verticalRatio > (torn ? 0.77 : 0.88);
    },
  };
}
