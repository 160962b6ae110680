import type { Extension } from '@codemirror/state';
import { tokens } from '@fluentui/react-components';
import { pageNonce } from '../../ui/page-nonce.ts';
import type { CodeMirror } from './codemirror.ts';

const mark = {
  backgroundColor: tokens.colorPaletteYellowBackground2,
  textDecoration: 'underline',
  textUnderlineOffset: '2px',
};

const look = {
  '&': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
  },
  '.cm-scroller': { fontFamily: tokens.fontFamilyMonospace, lineHeight: tokens.lineHeightBase300 },
  '.cm-content': { caretColor: tokens.colorNeutralForeground1 },
  '.cm-gutters': {
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  '&.cm-focused': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  '&.cm-merge-a .cm-changedLine, &.cm-merge-b .cm-changedLine, .cm-insertedLine, .cm-deletedChunk': {
    backgroundColor: tokens.colorNeutralBackground3,
  },
  '&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-changedText, .cm-deletedChunk .cm-deletedText, .cm-insertedLine .cm-changedText':
    { ...mark, background: tokens.colorPaletteYellowBackground2 },
  '.cm-collapsedLines': {
    color: tokens.colorNeutralForeground2,
    background: tokens.colorNeutralBackground2,
  },
};

/** What all texts share: how they look, which styles the page allows, and what they are called. */
export const codeStyle = ({ EditorView, lineNumbers }: CodeMirror, label: string): Extension => [
  EditorView.theme(look),
  lineNumbers(),
  EditorView.lineWrapping,
  EditorView.cspNonce.of(pageNonce() ?? ''),
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
];
