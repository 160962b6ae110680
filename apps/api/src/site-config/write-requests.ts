import type { Write } from '@portico/merge/plan';
import type { SiteRecord } from '@portico/merge/record';
import type { Operation } from '@portico/microsoft/batch';
import { newIdIn } from '../merge/new-id.ts';
import type { Captured } from './archive.ts';
import type { TableShape } from './table-shape.ts';

/** What a write needs beside itself to become a request. */
export interface Target extends Pick<Captured, 'notes'> {
  readonly shapes: ReadonlyMap<string, TableShape>;
  readonly website: string;
  /** Where the Web API is, for references that must be whole: `https://…/api/data/v9.2`. */
  readonly root: string;
  /** Versions of rows that the portal made by itself when another was created: they are changed, not created once more. */
  readonly generated?: ReadonlyMap<string, string | undefined>;
  /** Files that are no text, by their hash. @throws where one isn't kept */
  file(hash: string): Buffer;
}

/** `statuscode` of an inactive and an active row of a configuration table. */
const [inactive, active] = [2, 1];

/** The requests that one write is, in order. Each that changes a row goes through only while the row is as it was read. */
export function requestsOf(write: Write, target: Target): readonly Operation[] {
  const shape = shapeOf(write.table, target);
  const path = `${shape.set}(${write.id})`;
  const guard = (etag: string | undefined) =>
    shape.guarded && etag !== undefined
      ? { headers: { 'If-Match': etag } }
      : { headers: { 'If-Match': '*' } };
  switch (write.op) {
    case 'create': {
      if (target.generated?.has(write.id))
        return [
          {
            method: 'PATCH',
            path,
            ...guard(target.generated.get(write.id)),
            body: valuesOf(write, shape, target),
          },
        ];
      const body = {
        [`${write.table}id`]: write.id,
        ...ownSite(shape, target),
        ...valuesOf(write, shape, target),
      };
      return [
        { method: 'POST', path: shape.set, body },
        ...(write.body ? [createNote(write.id, write.fields?.['adx_partialurl'], write.body, target)] : []),
      ];
    }
    case 'update': {
      const values = valuesOf(write, shape, target);
      return [
        ...(Object.keys(values).length > 0
          ? [{ method: 'PATCH', path, ...guard(write.etag), body: values } as const]
          : []),
        ...(write.body === undefined ? [] : changeNote(write.id, write.body, target)),
      ];
    }
    case 'link': {
      const relationship = shape.relationships.find(({ name }) => name === write.relationship);
      if (!relationship) throw new Error(`${write.table} has no relationship ${write.relationship}`);
      const { set } = shapeOf(relationship.to, target);
      const navigation = `${path}/${relationship.navigation}`;
      return [
        ...write.add.map(
          (id): Operation => ({
            method: 'POST',
            path: `${navigation}/$ref`,
            body: { '@odata.id': `${target.root}/${set}(${id})` },
          }),
        ),
        ...write.remove.map((id): Operation => ({ method: 'DELETE', path: `${navigation}(${id})/$ref` })),
      ];
    }
    case 'deactivate':
      return [{ method: 'PATCH', path, ...guard(write.etag), body: { statecode: 1, statuscode: inactive } }];
    case 'reactivate':
      return [{ method: 'PATCH', path, ...guard(write.etag), body: { statecode: 0, statuscode: active } }];
    case 'delete':
  }
  // What it holds would go with it, whatever its version.
  return [
    ...(target.notes[write.id] ? changeNote(write.id, null, target) : []),
    { method: 'DELETE', path, ...guard(write.etag) },
  ];
}

function shapeOf(table: string, { shapes }: Target): TableShape {
  const shape = shapes.get(table);
  if (!shape) throw new Error(`${table} is no table of this organization`);
  return shape;
}

/** Rows that name their site are of this one; the others hang on rows that do. */
const ownSite = (shape: TableShape, { website, shapes }: Target): Record<string, unknown> => {
  const bind = shape.binds['adx_websiteid'];
  const set = shapes.get('adx_website')?.set;
  return bind !== undefined && set !== undefined ? { [`${bind}@odata.bind`]: `/${set}(${website})` } : {};
};

function valuesOf(
  { fields = {}, refs = {} }: Pick<Extract<Write, { op: 'create' }>, 'fields' | 'refs'>,
  shape: TableShape,
  target: Target,
): Record<string, unknown> {
  const bound = Object.entries(refs).map(([column, id]) => {
    const name = `${shape.binds[column] ?? column}@odata.bind`;
    // A lookup of a configuration table leads to one table only.
    const [to = ''] = shape.targets[column] ?? [];
    return [name, id === null ? null : `/${shapeOf(to, target).set}(${id})`] as const;
  });
  return { ...fields, ...Object.fromEntries(bound) };
}

type Body = NonNullable<SiteRecord['body']>;

const contentOf = (body: Body, target: Target): string =>
  ('text' in body ? Buffer.from(body.text) : target.file(body.hash)).toString('base64');

function createNote(file: string, name: unknown, body: Body, target: Target): Operation {
  return {
    method: 'POST',
    path: 'annotations',
    body: {
      annotationid: noteIdOf(file, target),
      isdocument: true,
      filename: typeof name === 'string' ? name : 'file',
      documentbody: contentOf(body, target),
      'objectid_adx_webfile@odata.bind': `/${shapeOf('adx_webfile', target).set}(${file})`,
    },
  };
}

/** What a file holds is changed where it is; a file that loses its content loses its note. */
function changeNote(file: string, body: Body | null, target: Target): readonly Operation[] {
  const note = target.notes[file];
  if (!note) return body ? [createNote(file, undefined, body, target)] : [];
  const path = `annotations(${note.id})`;
  const headers = { 'If-Match': note.etag ?? '*' };
  if (!body) return [{ method: 'DELETE', path, headers }];
  return [{ method: 'PATCH', path, headers, body: { documentbody: contentOf(body, target) } }];
}

/** A note gets an id of ours, so that taking an update back finds it. */
const noteIdOf = (file: string, { website }: Target): string => newIdIn(website, `note of ${file}`);
