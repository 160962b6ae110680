/**
 * The text of an uncompressed PDF as pdfmake writes them, in the order it was drawn: each font's table from glyph
 * to letters (`bfrange`), then the glyphs that each page shows (`TJ`). Runs that begin a new place are told apart
 * by a space.
 */
export function pdfText(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const [id, body] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    if (unicode) fonts.set(id, glyphsOf(objects.get(unicode) ?? ''));
  }
  const names = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fonts.get(id)]),
  );
  const shown = [...source.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)];
  let glyphs: ReadonlyMap<number, string> | undefined;
  const runs = shown.map(([, font, run]) => {
    if (font) glyphs = names.get(font);
    return [...(run ?? '').matchAll(/<([0-9a-f]*)>/gi)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((code) => glyphs?.get(Number.parseInt(code, 16)) ?? '')
      .join('');
  });
  // Each stretch that a line could break at is drawn by itself; after a hyphen or a slash no space was meant.
  return runs
    .filter(Boolean)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\w[-/]|:\/\/) (?=\w)/g, '');
}

function glyphsOf(table: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = '0', , list = ''] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      glyphs.set(
        Number.parseInt(first, 16) + index,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return glyphs;
}
