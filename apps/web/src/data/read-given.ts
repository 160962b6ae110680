import { type GivenSnapshot, largestSnapshot } from '@portico/contract/snapshots';
import { ApiProblem } from './api-problem.ts';

/** Base64 adds a third, and names and quotes a little. */
const most = largestSnapshot * 0.7;

/** What lies beside a site's folder and is none of it. */
const foreign = /(?:^|\/)(?:\.git|node_modules)\//;

/** What somebody chose, as it is sent: one file that was saved here, or all files of a folder. */
export async function readGiven(
  role: GivenSnapshot['role'],
  from: GivenSnapshot['from'],
  chosen: readonly File[],
): Promise<GivenSnapshot> {
  const files = chosen.filter((file) => !foreign.test(pathOf(file)));
  const [first] = files;
  if (!first) throw new ApiProblem(400, { code: 'folder-incomplete', values: { missing: 'website.yml' } });
  if (files.reduce((sum, { size }) => sum + size, 0) > most)
    throw new ApiProblem(413, {
      code: 'snapshot-too-large',
      values: { most: Math.floor(most / 1024 / 1024) },
    });
  if (from === 'file') return { from, role, name: first.name, file: parsed(await first.text(), first.name) };
  const name = pathOf(first).split('/')[0] ?? first.name;
  const read = files.map(async (file) => ({
    path: pathOf(file),
    base64: asBase64(new Uint8Array(await file.arrayBuffer())),
  }));
  return { from, role, name, files: await Promise.all(read) };
}

/** Below the chosen folder, which is its first part. */
const pathOf = (file: File): string => file.webkitRelativePath || file.name;

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(400, { code: 'snapshot-unreadable', values: { file: name } });
  }
}

/** So many bytes become arguments of one call. */
const atOnce = 0x2000;

function asBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += atOnce)
    text += String.fromCharCode(...bytes.subarray(from, from + atOnce));
  return btoa(text);
}
