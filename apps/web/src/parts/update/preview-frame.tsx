import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

declare global {
  interface Window {
    /** Not in every browser. What it makes is taken where a text isn’t. */
    readonly trustedTypes?: {
      createPolicy(name: string, rules: Rules): Rules;
    };
  }
}
interface Rules {
  readonly createHTML: (html: string) => string;
}

const useStyles = makeStyles({
  root: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0, alignContent: 'start' },
  caption: { ...typographyStyles.body1Strong },
  frame: {
    width: '100%',
    boxSizing: 'border-box',
    height: '60vh',
    minHeight: '320px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    // The site’s page, not ours: it is as bright here as there.
    backgroundColor: '#fff',
  },
});

/** Only here may a text become a document, and only in a frame where nothing runs. */
const policy = window.trustedTypes?.createPolicy('portico-preview', { createHTML: (html) => html });

interface Props {
  readonly caption: ReactNode;
  readonly title: string;
  readonly html: string;
}

/** A page that somebody else wrote, in a frame with no rights at all. */
export function PreviewFrame({ caption, title, html }: Props) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (!frame.current) return;
    // A browser without Trusted Types takes the text itself.
    frame.current.srcdoc = policy ? policy.createHTML(html) : html;
  }, [html]);
  return (
    <figure className={styles.root}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      <iframe ref={frame} className={styles.frame} title={title} sandbox="" referrerPolicy="no-referrer" />
    </figure>
  );
}
