import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anyCase, codeOf, count, listOf, openEnum, utcTime } from './wire.ts';

describe('what comes over the wire, forgiven', () => {
  it.each([
    [2, 2],
    ['2', 2],
    ['-1.5', -1.5],
    [null, 0],
    [undefined, 0],
  ])('a count: %j', (given, read) => expect(count.parse(given)).toBe(read));

  it.each(['', 'two', '2x', true, '0x10', 'Infinity'])('no count: %j', (given) =>
    expect(count.safeParse(given).success).toBe(false),
  );

  it('a code by its name, as text or number, and one nobody has seen', () => {
    const state = codeOf({ '0': 'stopped', '1': 'running' });
    expect([state.parse(1), state.parse('0'), state.parse(7)]).toEqual(['running', 'stopped', 'unknown:7']);
  });

  it.each([[[1, 2]], [{ value: [1, 2] }], [{ '@odata.count': 2, Value: [1, 2] }]])('a list: %j', (given) =>
    expect(listOf(z.number()).parse(given)).toEqual([1, 2]),
  );
  it('no list is an empty one, something else is none', () => {
    expect(listOf(z.number()).parse(null)).toEqual([]);
    expect(listOf(z.number()).safeParse({ values: [1] }).success).toBe(false);
    expect(listOf(z.number()).safeParse(['1']).success).toBe(false);
  });

  it.each([
    ['2024-01-02T03:04:05', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02 03:04:05', '2024-01-02T03:04:05.000Z'],
    ['2024-01-02T03:04:05.1234567', '2024-01-02T03:04:05.123Z'],
    ['2024-01-02T03:04:05.1234567Z', '2024-01-02T03:04:05.123Z'],
    ['2024-01-02T03:04:05+02:00', '2024-01-02T01:04:05.000Z'],
    ['2024-01-02', '2024-01-02T00:00:00.000Z'],
  ])('a time: %s', (given, read) => expect(utcTime.parse(given)).toBe(read));
  it('no time', () => expect(utcTime.safeParse('soon').success).toBe(false));

  it('a state we know, in any letter case, and one we don’t', () => {
    const state = openEnum('Running', 'NotStarted');
    expect(state.parse('running')).toBe('Running');
    expect(state.parse('NotStarted')).toBe('NotStarted');
    expect(state.parse('Paused')).toBe('unknown:Paused');
    expect(state.safeParse(3).success).toBe(false);
  });

  it('keys in any letter case; the right spelling wins', () => {
    const schema = anyCase({ errorCode: z.string(), detail: z.string().nullish() });
    expect(schema.parse({ ErrorCode: 'a', Extra: 1 })).toEqual({ errorCode: 'a', Extra: 1 });
    expect(schema.parse({ errorCode: 'right', ERRORCODE: 'wrong' })).toEqual({ errorCode: 'right' });
    expect(schema.safeParse(['a']).success).toBe(false);
  });
});
