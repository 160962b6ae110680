import { z } from 'zod';
import type { Endpoint, Table } from './endpoint.ts';

const parameter = (name: string, where: 'path' | 'query' | 'header', schema: z.ZodType) => ({
  name,
  in: where,
  required: where === 'path' || !schema.safeParse(undefined).success,
  schema: jsonSchema(schema),
});

function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

/** An OpenAPI 3.1 document of a table. */
export function openApi(info: { title: string; version: string }, table: Table, problem: z.ZodType): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, endpoint] of Object.entries(table))
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(name, endpoint);
  return { openapi: '3.1.0', info, paths, components: { schemas: { Problem: jsonSchema(problem) } } };
}

function operation(name: string, { path, query, headers, body, answer, summary }: Endpoint): object {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  return {
    operationId: name,
    summary,
    parameters: [
      ...names.map((param) => parameter(param, 'path', z.string())),
      ...Object.entries(query?.shape ?? {}).map(([key, schema]) =>
        parameter(key, 'query', schema as z.ZodType),
      ),
      ...Object.entries(headers?.shape ?? {}).map(([key, schema]) =>
        parameter(key, 'header', schema as z.ZodType),
      ),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body) } } } }
      : {}),
    responses: {
      '2XX': { description: summary, content: { 'application/json': { schema: jsonSchema(answer) } } },
      '4XX': {
        description: 'A problem with a code and a remedy.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}
