import { routes } from '@portico/contract/routes';
import { fillPath } from '@portico/http/path';
import type { AuthClient } from './auth.ts';
import { saveFile } from './save-file.ts';
import { bodyOf, problemOf, sendAsPerson } from './transport.ts';

/** The report as a PDF, in the person's language and zone. A link can't carry the token, so it is fetched. */
export async function downloadReport(auth: AuthClient, run: string, locale: string): Promise<void> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const query = new URLSearchParams({ locale, zone });
  const target = `${fillPath(routes.getReport.path, { run })}?${query}`;
  const response = await sendAsPerson(window.fetch.bind(window), auth, target, {
    headers: { Accept: 'application/pdf' },
  });
  if (!response.ok)
    throw problemOf(response.status, await bodyOf(response), response.headers.get('www-authenticate'));
  saveFile(`portico-report-${run}.pdf`, await response.blob());
}
