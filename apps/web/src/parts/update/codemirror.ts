// Alone, so that it shares nothing with the pages and comes only to who writes a text or reads all of one.
export { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
export { MergeView, unifiedMergeView } from '@codemirror/merge';
export { EditorState } from '@codemirror/state';
export { EditorView, keymap, lineNumbers } from '@codemirror/view';
