import { openApi } from '@portico/http/openapi';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemBody, routes } from './routes.ts';

const document = z
  .looseObject({
    openapi: z.literal('3.1.0'),
    paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  })
  .parse(openApi({ title: 'Portico', version: '1' }, routes, problemBody));

/** Every member called `$ref`, wherever it stands. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    key === '$ref' && typeof below === 'string' ? [below] : references(below),
  );
}

const lookUp = (reference: string): unknown =>
  reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (place, name) =>
        typeof place === 'object' && place !== null ? new Map(Object.entries(place)).get(name) : undefined,
      document,
    );

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method,
    ...z
      .looseObject({
        operationId: z.string(),
        summary: z.string().min(1),
        parameters: z.array(
          z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.unknown() }),
        ),
        requestBody: z.unknown().optional(),
        responses: z.record(z.string(), z.unknown()),
      })
      .parse(operation),
  })),
);

test('every route is in the document, once', () => {
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(routes).toSorted());
});

test('every reference leads somewhere inside the document', () => {
  const found = [...new Set(references(document))];
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((reference) => !reference.startsWith('#/') || lookUp(reference) === undefined)).toEqual(
    [],
  );
});

test.each(operations)(
  '$operationId names each parameter of its path, and takes a body only where one belongs',
  (operation) => {
    const { path, method, parameters, requestBody } = operation;
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(new Set(parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).size).toBe(
      parameters.length,
    );
    expect(requestBody === undefined || /^(post|put|patch)$/.test(method)).toBe(true);
  },
);

test('no route is a prefix trap: two never answer the same method at the same path', () => {
  const shapes = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(new Set(shapes).size).toBe(shapes.length);
});
