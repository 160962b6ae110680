import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { codeStyle } from './code-style.ts';
import type { CodeMirror } from './codemirror.ts';
import { useCodeMirror } from './use-code-mirror.ts';

const useStyles = makeStyles({
  root: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    '& .cm-mergeView, & > .cm-editor': { maxHeight: '60vh' },
  },
});

interface Side {
  readonly label: string;
  readonly text: string;
}
interface Props {
  readonly left: Side;
  readonly right: Side;
}

/** Lines around a difference that stay open; what is further away is folded. */
const folded = { margin: 3, minSize: 6 };
const narrow = '(max-width: 720px)';

const read = (code: CodeMirror, { label, text }: Side) => ({
  doc: text,
  extensions: [
    codeStyle(code, label),
    code.EditorState.readOnly.of(true),
    code.EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
  ],
});

/** Two whole texts side by side, only to read; where there is no room for two, one with what differs in it. */
export function TextCompare({ left, right }: Props) {
  const styles = useStyles();
  const code = useCodeMirror();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = place.current;
    if (!parent) return undefined;
    if (!window.matchMedia(narrow).matches) {
      const view = new code.MergeView({
        a: read(code, left),
        b: read(code, right),
        parent,
        collapseUnchanged: folded,
        gutter: false,
      });
      return () => view.destroy();
    }
    const { doc, extensions } = read(code, right);
    const unified = code.unifiedMergeView({
      original: left.text,
      mergeControls: false,
      collapseUnchanged: folded,
      gutter: false,
    });
    const view = new code.EditorView({ doc, parent, extensions: [extensions, unified] });
    return () => view.destroy();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the sides are new objects each time; what they say counts
  }, [left.label, left.text, right.label, right.text]);
  return <div ref={place} className={styles.root} />;
}
