import { createHash } from 'node:crypto';

/**
 * The id that a record of a template gets when it is created in a site: always the same, so that a merge that is looked
 * at again, or applied again after a crash, means the same rows. A version 8 UUID (RFC 9562): Dataverse takes any id
 * that is new to the table.
 */
export function newIdIn(website: string, theirs: string): string {
  const hex = createHash('sha256').update(`portico ${website} ${theirs}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
