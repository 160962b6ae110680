// docs/generated/openapi.json: our own API, from the same table as its server and its client.
import { problemBody, routes } from '@portico/contract/routes';
import { openApi } from '@portico/http/openapi';
import type { Page } from './docs-page.ts';

export const openApiPage: Page = {
  file: 'openapi.json',
  render: () =>
    Promise.resolve(
      JSON.stringify(openApi({ title: 'Portico', version: '1' }, routes, problemBody), null, 2),
    ),
};
