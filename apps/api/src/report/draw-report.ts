import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import pdfmake from 'pdfmake';
import { reportDocument } from './report-document.ts';
import { type ReportInput, reportModel } from './report-model.ts';
import { createSpeaker } from './speaker.ts';

export interface ReportRequest extends ReportInput {
  /** BCP 47; an unknown one is English. */
  readonly locale: string;
  /** IANA time zone; an unknown one is UTC. */
  readonly zone: string;
  /** False for tests that read the bytes. */
  readonly compress?: boolean;
}

const fontFolder = `${dirname(createRequire(import.meta.url).resolve('pdfmake/package.json'))}/fonts/Roboto`;
const fonts = {
  Roboto: {
    normal: `${fontFolder}/Roboto-Regular.ttf`,
    bold: `${fontFolder}/Roboto-Medium.ttf`,
    italics: `${fontFolder}/Roboto-Italic.ttf`,
    bolditalics: `${fontFolder}/Roboto-MediumItalic.ttf`,
  },
};

/** Draws the report as a PDF in this thread. Nothing is fetched, and nothing is read but the fonts. */
export function drawReport(request: ReportRequest): Promise<Buffer> {
  const document = reportDocument(reportModel(request), createSpeaker(request));
  // pdfmake keeps its settings for the whole program; these are the only ones it is ever given.
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));
  return pdfmake.createPdf({ ...document, compress: request.compress ?? true }).getBuffer();
}
