import { textIn } from '@portico/merge/file-body';
import { untouched } from '@portico/merge/read-row';
import type { SiteRecord } from '@portico/merge/record';
import { idsIn } from '../targets/rows.ts';
import type { Row } from '../targets/targets.ts';
import { textOf } from '../targets/text-of.ts';
import type { FileNote } from './archive.ts';
import { sha256 } from './fingerprint.ts';

export interface SiteFile {
  readonly note: FileNote;
  /** Whether nobody has changed the content since it was made; its file’s row doesn’t tell. */
  readonly untouched?: boolean;
  readonly body: NonNullable<SiteRecord['body']>;
  /** Of a file that is no text. */
  readonly bytes?: Buffer;
}

type Rows = (query: { set: string; $select: string; $filter: string }) => Promise<readonly Row[]>;

/** At most so many ids in one filter: addresses have an end. */
const together = 15;

/**
 * What web files hold: notes with a document that hang on them. Of several the newest counts
 * (microsoft/powerplatform-vscode, portalSchema).
 */
export async function readFiles(
  rows: Rows,
  files: readonly { readonly id: string; readonly name: string }[],
): Promise<ReadonlyMap<string, SiteFile>> {
  const newest = new Map<string, Row>();
  for (let from = 0; from < files.length; from += together) {
    const ids = files.slice(from, from + together).map(({ id }) => id);
    const found = await rows({
      set: 'annotations',
      $select: 'annotationid,filename,mimetype,documentbody,createdon,modifiedon,_objectid_value',
      $filter: `${idsIn('_objectid_value', ids)} and isdocument eq true`,
    });
    for (const row of found) {
      const file = textOf(row['_objectid_value']).toLowerCase();
      const before = newest.get(file);
      if (!before || textOf(before['modifiedon']) < textOf(row['modifiedon'])) newest.set(file, row);
    }
  }
  const names = new Map(files.map(({ id, name }) => [id, name]));
  return new Map([...newest].map(([id, row]) => [id, fileOf(row, names.get(id) ?? '')]));
}

function fileOf(row: Row, name: string): SiteFile {
  const bytes = Buffer.from(textOf(row['documentbody']), 'base64');
  const etag = row['@odata.etag'];
  const note = {
    id: textOf(row['annotationid']).toLowerCase(),
    ...(typeof etag === 'string' ? { etag } : {}),
  };
  const since = untouched(row);
  const text = textIn([name, textOf(row['filename'])], bytes);
  if (text !== undefined) return { note, ...since, body: { text } };
  return { note, ...since, body: { hash: sha256(bytes) }, bytes };
}
