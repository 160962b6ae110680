import { use } from 'react';

export type CodeMirror = typeof import('./codemirror.ts');

let loading: Promise<CodeMirror> | undefined;

/** The editor, loaded by the first who needs it; until then whoever asks is suspended. */
export function useCodeMirror(): CodeMirror {
  loading ??= import('./codemirror.ts');
  return use(loading);
}
