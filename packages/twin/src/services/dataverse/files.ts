import type { Organization } from '../../world/dataverse.ts';
import { textOf } from '../../world/rows.ts';
import { noSuchColumn, noSuchRow, refusal } from './refusals.ts';
import type { Table } from './table.ts';
import { findRow } from './write-row.ts';

/** What a file column of a row holds. The code for an empty one is assumed. */
export function fileOf(
  organization: Organization,
  table: Table,
  { id, column }: { readonly id: string; readonly column: string },
): { readonly name: string; readonly mimetype: string; readonly bytes: Buffer } {
  if (!table.files?.includes(column)) throw noSuchColumn(column, table.logical);
  const row = findRow(organization, table, id);
  if (!row) throw noSuchRow(table.logical, id);
  const file = organization.tables['fileattachments']?.find(
    ({ fileattachmentid }) => fileattachmentid === row[column],
  );
  if (!file)
    throw refusal(404, '0x80040217', `No file attachment found for attribute: ${column} EntityId: ${id}`);
  return {
    name: textOf(file['filename']),
    mimetype: textOf(file['mimetype']),
    bytes: Buffer.from(textOf(file['body']), 'base64'),
  };
}
