// The playbook against messages in their documented forms: each reaches its cause and no other, and what is only
// like them reaches none.
import en from '@portico/contract/text/en.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { explain, explainAll } from './explain.ts';
import { compileForm } from './form.ts';
import { playbook } from './playbook.ts';
import { corpus, holdOut } from './test-support/corpus.ts';

const idsOf = (message: string) => explainAll(message).map(({ id }) => id);
const texts: Readonly<Record<string, string>> = en;

/** The same message as others send it: letter case, curly quotes, escapes, line ends and words around it. */
const disguises: Readonly<Record<string, (message: string) => string>> = {
  'as it is': (message) => message,
  'in capitals': (message) => message.toUpperCase(),
  'in small letters': (message) => message.toLowerCase(),
  'with curly quotes': (message) => message.replaceAll("'", '’').replaceAll('"', '”'),
  'inside JSON': (message) => JSON.stringify({ error: { message } }),
  'over several lines': (message) => message.replaceAll(' ', ' \r\n  '),
  'with words around it': (message) => `Run 7 of USMF ended. ${message} See the activity log.`,
};

describe('the playbook', () => {
  test('has more than the 45 documented messages and codes it promises', () => {
    expect(playbook.filter(({ standing }) => !standing).length).toBeGreaterThanOrEqual(45);
  });

  test('names each entry once, in one form of each kind', () => {
    const ids = playbook.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const forms = playbook.flatMap(({ forms: own }) => own);
    expect(new Set(forms).size).toBe(forms.length);
  });

  test('every entry is reached by a line of the corpus', () => {
    const reached = new Set(corpus.map(({ id }) => id));
    expect(playbook.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  test('says what helps in one to four steps', () => {
    const lengths = playbook.map(({ steps }) => steps.length);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4);
  });

  test.each(playbook)('$id: every form captures what the cause names', ({ cause, forms, steps }) => {
    const wanted = [cause, ...steps].flatMap(({ defaultMessage }) =>
      [...defaultMessage.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    );
    for (const form of forms) expect(wanted.filter((name) => !form.includes(`<${name}`))).toEqual([]);
  });
});

describe.each(Object.entries(disguises))('%s', (_, disguise) => {
  test.each(corpus)('$id', ({ id, message }) => {
    expect(idsOf(disguise(message))).toEqual([id]);
  });

  test('what is only like them means nothing', () => {
    expect(holdOut.filter((message) => explain(disguise(message)) !== undefined)).toEqual([]);
  });
});

test('all that is said of a message is in the catalogue', () => {
  const said = corpus.flatMap(({ message }) =>
    explainAll(message).flatMap(({ cause, remedy }) => [cause.id, ...remedy.steps.map(({ id }) => id)]),
  );
  expect(said.filter((id) => texts[id] === undefined)).toEqual([]);
});

describe('a message', () => {
  test('names the field, the value and the table it was looked for in', () => {
    const message =
      "Couldn't resolve the guid for the field: msdyn_paymentterm.msdyn_name. The lookup value was not found: Net 30. Try this URL(s) to check if the reference data exists: https://f.crm.dynamics.com/api/data/v9.0/msdyn_paymentterms?$select=msdyn_name";
    expect(explain(message)).toMatchObject({
      found: { field: 'msdyn_paymentterm.msdyn_name', value: 'Net 30' },
      needs: 'msdyn_paymentterms',
      cause: { values: { field: 'msdyn_paymentterm.msdyn_name' } },
    });
  });

  test.each([
    ['msdyn_operationalsite.msdyn_siteid', 'msdyn_operationalsites'],
    ['cdm_company.cdm_companycode', 'cdm_companies'],
    ['msdyn_company.cdm_companycode', 'cdm_companies'],
    ['msdyn_customergroupid.msdyn_groupid', 'msdyn_customergroups'],
    ['transactioncurrencyid.isocurrencycode', 'transactioncurrencies'],
    ['customerid.accountnumber', 'accounts'],
    ['msdyn_termsofdelivery.msdyn_termscode', 'msdyn_termsofdeliveries'],
    ['defaultuomid.msdyn_symbol', 'uoms'],
  ])('of %s points to %s, without an address too', (field, needs) => {
    const message = `Couldn't resolve the guid for the field: ${field}. The lookup value was not found: 3.`;
    expect(explain(message)?.needs).toBe(needs);
  });

  test('names solution and versions', () => {
    const message = `Dynamics 365 for Sales solution "Dynamics365Company" has version mismatch. Version: "2.0.2.10" Required version: "2.0.133"`;
    expect(explain(message)?.cause.values).toEqual({
      solution: 'Dynamics365Company',
      version: '2.0.2.10',
      required: '2.0.133',
    });
  });

  test('names team and privilege', () => {
    const message =
      'Principal team (Id=7d8c8cf1-2a0c-4b2f-8a4e-7bb0a0b1f3d2, type=9), is missing prvReadmsdyn_vendor privilege (Id=1) on OTC=2.';
    expect(explain(message)?.cause.values).toEqual({
      team: '7d8c8cf1-2a0c-4b2f-8a4e-7bb0a0b1f3d2',
      privilege: 'Readmsdyn_vendor',
    });
  });

  test('may mean several things', () => {
    const message =
      'Project validation failed. [DIPV1010] Mandatory field in destination entity must be mapped; [DIPV1018] Missing source schema';
    expect(idsOf(message)).toEqual(['dipv1010', 'dipv1018']);
  });

  test('that is empty means nothing', () => {
    expect([explain(''), explain('   ')]).toEqual([undefined, undefined]);
  });
});

describe('long messages', () => {
  test('are read at their beginning', () => {
    expect(explain(`DWFOEV1005 ${'x'.repeat(1_000_000)}`)?.id).toBe('dwfoev1005');
    expect(explain(`${'x'.repeat(1_000_000)} DWFOEV1005`)).toBeUndefined();
  });

  test.each([
    "Couldn't resolve the guid for the field: a. The lookup value was not found: ",
    '\\',
    "'",
    ' ',
    'prv',
  ])('of nothing but %o come to an end', (part) => {
    expect(explain(part.repeat(100_000))?.id).not.toBe('');
  });

  test('cost what their length costs: no repetition without a bound, none within another', () => {
    const sources = playbook.flatMap(({ forms }) => forms.map((form) => compileForm(form).source));
    const outsideSets = sources.map((source) => source.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/g, 'x'));
    expect(outsideSets.filter((source) => /[*+]/.test(source))).toEqual([]);
    expect(outsideSets.filter((source) => /\)[{*+]/.test(source))).toEqual([]);
    expect(sources.filter((source) => /\{\d+,\}/.test(source))).toEqual([]);
  });
});
