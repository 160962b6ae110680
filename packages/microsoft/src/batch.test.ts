import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSet, mostOperations, type Operation, readBatch } from './batch.ts';

const ids = { batch: 'b', set: 's' };

/** What somebody who wants to break it might write. */
const unkind = fc.oneof(
  fc.constantFrom(
    '--changeset_s',
    '\r\n--changeset_s--\r\n--batch_b--\r\n',
    'Content-ID: 1\r\n\r\nDELETE /api/data/v9.2/adx_websites(1) HTTP/1.1',
    'changeset_s_',
    '\u2028--batch_b',
    'HTTP/1.1 204 No Content',
  ),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const operation: fc.Arbitrary<Operation> = fc.record(
  {
    method: fc.constantFrom('POST', 'PATCH', 'PUT', 'DELETE'),
    path: fc.constantFrom(
      'adx_webpages',
      '/api/data/v9.2/adx_webpages(1)',
      '$1',
      'https://a.example/api/data/v9.2/x',
    ),
    headers: fc.constantFrom({ 'If-Match': 'W/"1"' }, { 'If-None-Match': '*' }),
    body: fc.dictionary(unkind, unkind),
  },
  { requiredKeys: ['method', 'path'] },
);

/** Reads a batch as a server does that goes by RFC 2046: only by boundaries at the beginning of a line. */
function received({ contentType, body }: { contentType: string; body: string }): readonly string[] {
  const inside = (type: string, text: string) => {
    const boundary = /boundary="([^"]+)"/.exec(type)?.[1] ?? 'none';
    const [around, end] = `\r\n${text}`.split(`\r\n--${boundary}--`);
    expect(end).toBe('\r\n');
    return (around ?? '').split(`\r\n--${boundary}\r\n`).slice(1);
  };
  const [set = '', ...others] = inside(contentType, body);
  expect(others).toEqual([]);
  const cut = set.indexOf('\r\n\r\n');
  return inside(set.slice(0, cut), `${set.slice(cut + 4)}\r\n`);
}

describe('a change set', () => {
  test('is written as documented', () => {
    const { contentType, body } = changeSet(
      [
        { method: 'POST', path: 'adx_webpages', body: { adx_name: 'A “b”\n' } },
        { method: 'PATCH', path: '$1', headers: { 'If-Match': 'W/"7"' }, body: { adx_title: null } },
        { method: 'DELETE', path: '/api/data/v9.2/adx_sitemarkers(1)' },
      ],
      ids,
    );
    expect(contentType).toBe('multipart/mixed; boundary="batch_b"');
    const part = (id: number) =>
      `--changeset_s\nContent-Type: application/http\nContent-Transfer-Encoding: binary\nContent-ID: ${id}\n\n`;
    expect(body).toBe(
      [
        '--batch_b\nContent-Type: multipart/mixed; boundary="changeset_s"\n\n',
        `${part(1)}POST /api/data/v9.2/adx_webpages HTTP/1.1\nContent-Type: application/json\n\n{"adx_name":"A “b”\\n"}\n`,
        `${part(2)}PATCH $1 HTTP/1.1\nIf-Match: W/"7"\nContent-Type: application/json\n\n{"adx_title":null}\n`,
        `${part(3)}DELETE /api/data/v9.2/adx_sitemarkers(1) HTTP/1.1\n\n\n`,
        '--changeset_s--\n--batch_b--\n',
      ]
        .join('')
        .replaceAll('\n', '\r\n'),
    );
  });

  test('arrives part by part, whatever people have written into it', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 8 }), (operations) => {
        const parts = received(changeSet(operations, ids));
        expect(parts).toHaveLength(operations.length);
        for (const [index, { method, body }] of operations.entries()) {
          const [around = '', head = '', ...rest] = (parts[index] ?? '').split('\r\n\r\n');
          expect(around).toContain(`Content-ID: ${index + 1}`);
          expect(head.startsWith(`${method} `)).toBe(true);
          if (body === undefined) expect(rest.join('').trim()).toBe('');
          else expect(JSON.parse(rest.join('\r\n\r\n'))).toEqual(body);
        }
      }),
    );
  });

  test('doesn’t hold too many, none, or what would end a line', () => {
    const one: Operation = { method: 'DELETE', path: 'adx_webpages(1)' };
    expect(() => changeSet([], ids)).toThrow(RangeError);
    expect(() =>
      changeSet(
        Array.from({ length: mostOperations + 1 }, () => one),
        ids,
      ),
    ).toThrow('1001');
    expect(
      changeSet(
        Array.from({ length: mostOperations }, () => one),
        ids,
      ).body,
    ).toContain('Content-ID: 1000\r\n');
    expect(() => changeSet([{ ...one, path: 'a HTTP/1.1' }], ids)).toThrow(TypeError);
    expect(() => changeSet([{ ...one, headers: { 'If-Match': '*\r\nX: y' } }], ids)).toThrow(TypeError);
  });
});

/** As Dataverse writes it; its own line ends are CRLF. */
const answer = (lines: readonly string[], eol = '\r\n') => lines.join(eol);
const inSet = (parts: readonly (readonly string[])[]) => [
  '--batchresponse_1',
  'Content-Type: multipart/mixed; boundary=changesetresponse_2',
  '',
  ...parts.flatMap((lines, index) => [
    '--changesetresponse_2',
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    `Content-ID: ${index + 1}`,
    '',
    ...lines,
  ]),
  '--changesetresponse_2--',
  '--batchresponse_1--',
  '',
];
const failed = [
  '--batchresponse_156da4b8',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  '',
  'HTTP/1.1 412 Precondition Failed',
  'REQ_ID: 5ecd1cb3',
  'Content-Type: application/json; odata.metadata=minimal',
  'OData-Version: 4.0',
  '',
  '{"error":{"code":"0x80060882","message":"It says\\r\\n--batchresponse_156da4b8--"}}',
  '--batchresponse_156da4b8--',
  '',
];

describe('an answer', () => {
  test.each(['\r\n', '\n'])('says of each operation how it went (%j)', (eol) => {
    const parts = readBatch(
      answer(
        inSet([
          ['HTTP/1.1 204 No Content', 'OData-Version: 4.0', 'OData-EntityId: https://a.example/x(1)', '', ''],
          ['HTTP/1.1 200 OK', 'Content-Type: application/json', '', '{', '  "a": 1', '}'],
        ]),
        eol,
      ),
    );
    expect(parts).toEqual([
      {
        status: 204,
        contentId: '1',
        headers: { 'odata-version': '4.0', 'odata-entityid': 'https://a.example/x(1)' },
        body: undefined,
      },
      { status: 200, contentId: '2', headers: { 'content-type': 'application/json' }, body: { a: 1 } },
    ]);
  });

  test('to a set that failed is one part, which says why', () => {
    expect(readBatch(answer(failed))).toMatchObject([
      { status: 412, headers: { req_id: '5ecd1cb3' }, body: { error: { code: '0x80060882' } } },
    ]);
    expect(readBatch(answer(failed))[0]).not.toHaveProperty('contentId');
  });

  test('that was cut off is none', () => {
    const whole = answer(inSet([['HTTP/1.1 204 No Content', '', '']]));
    const end = whole.lastIndexOf('--');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end }), (length) => {
        expect(() => readBatch(whole.slice(0, length))).toThrow(
          expect.objectContaining({ code: 'upstream-shape' }),
        );
      }),
    );
    expect(() => readBatch('<html></html>')).toThrow(expect.objectContaining({ code: 'upstream-shape' }));
  });
});
