import type { ErrorSample } from '@portico/contract/findings';
import { describe, expect, test } from 'vitest';
import { groupErrors, mask } from './group-errors.ts';

const lookup = (field: string, value: string) =>
  `Couldn't resolve the guid for the field: ${field}. The lookup value was not found: ${value}.`;
const row = (company: string, record: string, message: string): ErrorSample => ({ company, record, message });
const framework =
  '([Bad Request], The remote server returned an error: (400) Bad Request.), AX export encountered an error';

describe('errors', () => {
  test('with one cause and one pointer are one group, whatever their values', () => {
    const groups = groupErrors([
      row('USMF', '1', lookup('msdyn_site.msdyn_siteid', '3')),
      row('DEMF', '2', lookup('MSDYN_SITE.msdyn_siteid', '4')),
      row('USMF', '3', lookup('msdyn_vendor.msdyn_no', 'V1')),
    ]);
    expect(groups.map(({ id, count, companies, needs }) => ({ id, count, companies, needs }))).toEqual([
      { id: 'lookup-missing', count: 2, companies: ['USMF', 'DEMF'], needs: { set: 'msdyn_sites' } },
      { id: 'lookup-missing', count: 1, companies: ['USMF'], needs: { set: 'msdyn_vendors' } },
    ]);
    expect(
      groups[0]?.samples.map(({ company, record, field, value }) => [company, record, field, value]),
    ).toEqual([
      ['USMF', '1', 'msdyn_site.msdyn_siteid', '3'],
      ['DEMF', '2', 'MSDYN_SITE.msdyn_siteid', '4'],
    ]);
  });

  test('keep five samples and count all', () => {
    const all = Array.from({ length: 12 }, (_, index) =>
      row('USMF', `${index}`, lookup('a_b.c', `${index}`)),
    );
    const [group] = groupErrors(all);
    expect([group?.count, group?.samples.length]).toEqual([12, 5]);
  });

  test('that stop a company come before rows, known before unknown, many before few', () => {
    const groups = groupErrors([
      row('USMF', '1', 'Nobody has seen this.'),
      row('USMF', '2', lookup('a_b.c', '1')),
      row('USMF', '3', lookup('d_e.f', '1')),
      row('USMF', '4', lookup('d_e.f', '2')),
      { company: 'DEMF', message: framework },
    ]);
    expect(groups.map(({ id, needs }) => needs?.set ?? id)).toEqual([
      'import-framework-down',
      'd_es',
      'a_bs',
      'nobody has seen this.',
    ]);
  });

  test('nobody has written down are one group when only ids, numbers, addresses and quoted names differ', () => {
    const groups = groupErrors([
      row(
        'USMF',
        '1',
        "Row 17 of 'Fabrikam' failed at https://a.example/x?y=1 (0d5d2c4e-1b1a-4e57-a8a4-6e3ce5b0a9f2)",
      ),
      row(
        'DEMF',
        '2',
        'ROW 9 of ‘Contoso’ failed at https://b.example (6e3ce5b0-1b1a-4e57-a8a4-6e3ce5b0a9f2)',
      ),
      row('DEMF', '3', 'Column 9 failed'),
    ]);
    expect(groups.map(({ count }) => count)).toEqual([2, 1]);
    expect(groups.every(({ cause, remedy }) => cause === undefined && remedy === undefined)).toBe(true);
    expect(groups[0]?.samples[0]?.message).toContain('Fabrikam');
  });

  test('that all differ and are unknown end in one group of others, none of them lost', () => {
    const words = 'abcdefghijklmnopqrst'.split('');
    const groups = groupErrors(words.map((word) => row(word, '1', `Failed for the reason ${word}.`)));
    expect(groups).toHaveLength(10);
    expect(groups.at(-1)).toMatchObject({ id: 'others', count: 11, companies: words.slice(9) });
    expect(groups.at(-1)?.samples).toHaveLength(5);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(words.length);
  });

  test('keep the beginning of a stack trace', () => {
    const [group] = groupErrors([{ message: `Broken. ${'at X.Y() '.repeat(1000)}` }]);
    expect(group?.samples[0]?.message).toHaveLength(2001);
  });

  test('that mean two things count in both', () => {
    const groups = groupErrors([{ message: 'Project validation failed. [DIPV1010] a [DIPV1018] b' }]);
    expect(groups.map(({ id, count }) => [id, count])).toEqual([
      ['dipv1010', 1],
      ['dipv1018', 1],
    ]);
  });

  test('keep what the service says beside the message', () => {
    const ids = { job: 'DWM-1-import', request: 'r1', activity: 'a1', field: 'SITEID' };
    const [group] = groupErrors([{ ...row('USMF', '1', lookup('a_b.c', 'X 1')), ...ids }]);
    expect(group?.samples[0]).toMatchObject({ ...ids, value: 'X 1' });
  });

  test('are none when there are none', () => {
    expect(groupErrors([])).toEqual([]);
  });
});

test('what varies is masked', () => {
  expect(mask(`Line 12 of "A b" at http://x/1 is DWM-7c-2`)).toBe('line … of … at … is …');
});
