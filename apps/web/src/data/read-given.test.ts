import { givenSnapshot } from '@portico/contract/snapshots';
import { expect, test } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { readGiven } from './read-given.ts';

/** A file as a browser gives it, of a folder that somebody chose. */
const fileOf = (path: string, content: BlobPart) =>
  Object.defineProperty(new File([content], path.split('/').at(-1) ?? ''), 'webkitRelativePath', {
    value: path.includes('/') ? path : '',
  });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof ApiProblem ? [error.code, error.body.values] : String(error)),
  );

test('a file goes as what it says', async () => {
  const given = await readGiven('template', 'file', [fileOf('vault.json', '{"portico":"snapshot"}')]);
  expect(givenSnapshot.parse(given)).toEqual({
    from: 'file',
    role: 'template',
    name: 'vault.json',
    file: { portico: 'snapshot' },
  });
});

test('a folder goes file by file, to the byte, without what other tools keep in it', async () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, n) => n % 256);
  const given = await readGiven('baseline', 'folder', [
    fileOf('site---site/website.yml', '\uFEFFadx_name: Ä\r\n'),
    fileOf('site---site/web-files/a.png', bytes),
    fileOf('site---site/.git/HEAD', 'x'),
  ]);
  if (given.from !== 'folder') throw new Error('A folder was chosen.');
  expect(given.name).toBe('site---site');
  const back = given.files.map((file) => ('base64' in file ? Buffer.from(file.base64, 'base64') : undefined));
  expect(given.files.map(({ path }) => path)).toEqual([
    'site---site/website.yml',
    'site---site/web-files/a.png',
  ]);
  expect(back).toEqual([Buffer.from('\uFEFFadx_name: Ä\r\n'), Buffer.from(bytes)]);
});

test('what can’t be one isn’t sent', async () => {
  expect(await refusal(readGiven('template', 'file', [fileOf('a.zip', 'PK')]))).toEqual([
    'snapshot-unreadable',
    { file: 'a.zip' },
  ]);
  expect(await refusal(readGiven('template', 'folder', []))).toEqual([
    'folder-incomplete',
    { missing: 'website.yml' },
  ]);
  const large = Object.defineProperty(fileOf('a.json', '{}'), 'size', { value: 30 * 1024 * 1024 });
  expect(await refusal(readGiven('template', 'file', [large]))).toEqual(['snapshot-too-large', { most: 22 }]);
});
