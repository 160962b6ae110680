import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';

/** All of CodeMirror that is used. Alone, so that it comes only to who writes a text or reads all of one. */
export const codeMirror = {
  defaultKeymap,
  history,
  historyKeymap,
  MergeView,
  unifiedMergeView,
  EditorState,
  EditorView,
  keymap,
  lineNumbers,
};
export type CodeMirror = typeof codeMirror;
