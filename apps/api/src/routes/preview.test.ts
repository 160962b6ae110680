// From a decision to a picture of it, through the routes and the thread that draws.
import { problemBody, type routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothStores } from '../test-support/both-stores.ts';
import { newRun, Refusal, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

onBothStores('a preview', ({ kind, fresh }) => {
  let rehearsal: Rehearsal;
  let api: Client<typeof routes>;
  let run: string;

  beforeAll(async () => {
    // The embedded one is made by the rehearsal itself.
    const databaseUrl = kind === 'postgres' ? (await fresh()).databaseUrl : undefined;
    rehearsal = await rehearse({ scenario: 'customised-site', ...(databaseUrl ? { databaseUrl } : {}) });
    api = await rehearsal.as();
    run = await newRun(api, environments.production);
    const from = { kind: 'template-sites', run, search: environments.sandbox };
    const { choices: sites } = await api.listChoices(from);
    const site = sites.find(({ fitness, hint }) => fitness > 0 && !/de/.test(hint ?? ''));
    const template = { environment: environments.sandbox, website: site?.value ?? '' };
    await api.answerStep({ run, step: 'update', body: { template } });
    await api.runChecks({ run, body: { step: 'update' } });
  });
  afterAll(() => rehearsal[Symbol.asyncDispose]());

  test('shows what is decided so far beside the site as it is', async () => {
    const { records } = await api.getUpdate({ run });
    const idOf = (table: string, title: string, open = 0) =>
      records.find((each) => each.table === table && each.title === title && each.open >= open)?.id ?? '';
    const footer = idOf('adx_contentsnippet', 'Footer');
    const look = (record: string) => api.previewUpdateRecord({ run, record });

    // Open: yours stays, in both.
    const undecided = await look(footer);
    expect(undecided.open).toBeGreaterThan(5);
    expect(undecided.before).toMatchObject({ title: 'Home', path: '/' });
    for (const drawn of [undecided.before, undecided.after])
      expect(drawn?.html).toMatch(/Copyright \d{4}\. Contoso Ltd\. All rights reserved\./);
    const choice = { kind: 'cell', record: footer, cell: 'adx_value', take: 'theirs' } as const;
    await api.chooseInStep({ run, step: 'update', body: { choice, seen: 0 } });
    const decided = await look(footer);
    expect(decided.before).toEqual(undecided.before);
    expect(decided.after?.html).toMatch(/Copyright \d{4} Contoso Ltd\.\. All rights reserved\./);

    const terms = await look(idOf('adx_webpage', 'Terms', 1));
    expect(terms.after).toMatchObject({ title: 'Terms', path: '/terms' });
    expect(terms.after?.html).toContain('within three working days');
    const css = await look(idOf('adx_webfile', 'theme.css'));
    expect(css.after?.css).toContain('--brand');
    // Tiles of the home page, which the site shows to who has a role; the picture in one is named.
    const home = await look(idOf('adx_webtemplate', 'Home'));
    expect(home.after?.html).toContain('data-gone="picture" data-name="/truck.png"');

    const refused = (record: string) =>
      look(record).then(
        () => 'drawn',
        (error: unknown) => (error instanceof Refusal ? problemBody.parse(error.body).code : error),
      );
    expect(await refused(idOf('adx_entitylist', 'Orders'))).toBe('not-found');
    expect(await refused('00000000-0000-4000-8000-00000000abcd')).toBe('not-found');
  });
});
