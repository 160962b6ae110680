import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { codeStyle } from './code-style.ts';
import { useCodeMirror } from './use-code-mirror.ts';

const useStyles = makeStyles({
  root: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    '& .cm-editor': { maxHeight: '60vh' },
    '& .cm-scroller': { overflow: 'auto' },
  },
});

interface Props {
  readonly label: string;
  /** As it is when the editor opens; from then on the editor has it. */
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A text to write in. Tab leaves it, as it leaves any other field. */
export function TextEditor({ label, text, onChange }: Props) {
  const styles = useStyles();
  const code = useCodeMirror();
  const place = useRef<HTMLDivElement>(null);
  const hear = useRef(onChange);
  useEffect(() => {
    hear.current = onChange;
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const { EditorView, keymap, history, defaultKeymap, historyKeymap } = code;
    const view = new EditorView({
      doc: text,
      parent: place.current,
      extensions: [
        codeStyle(code, label),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(
          ({ docChanged, state }) => docChanged && hear.current(state.doc.toString()),
        ),
      ],
    });
    view.focus();
    return () => view.destroy();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new text would take away what is being written
  }, []);
  return <div ref={place} className={styles.root} />;
}
