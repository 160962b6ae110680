const seen = new Set(['adx_webpage', 'adx_contentsnippet', 'adx_webtemplate']);

/** Whether a record can be seen on a page. `name`: of a file, which tells what it is. */
export const hasPicture = (table: string, name: string): boolean =>
  seen.has(table) || (table === 'adx_webfile' && /\.css$/i.test(name));
