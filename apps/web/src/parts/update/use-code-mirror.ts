import { use } from 'react';
import type { CodeMirror } from './codemirror.ts';

let loading: Promise<CodeMirror> | undefined;

/** The editor, loaded by the first who needs it; until then whoever asks is suspended. */
export function useCodeMirror(): CodeMirror {
  loading ??= import('./codemirror.ts').then(({ codeMirror }) => codeMirror);
  return use(loading);
}
