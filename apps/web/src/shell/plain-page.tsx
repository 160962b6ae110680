import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWorkspace } from '../data/workspace.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { Frame } from './frame.tsx';
import { Help } from './help.tsx';
import { PersonMenu } from './person-menu.tsx';
import { usePage } from './use-page.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalXXL, paddingBottom: tokens.spacingVerticalXXXL },
});

interface Props {
  readonly title: string;
  readonly why: ReactNode;
  readonly children: ReactNode;
}

/** A page that is of no set-up: what it is for, and who is signed in. */
export function PlainPage({ title, why, children }: Props) {
  const styles = useStyles();
  const { auth, config } = useWorkspace();
  usePage(title);
  return (
    <Frame
      config={config}
      bar={
        <>
          <Help version={config.version} />
          <PersonMenu auth={auth} />
        </>
      }
    >
      <div className={styles.root}>
        <PageHeading title={title} why={why} />
        {children}
      </div>
    </Frame>
  );
}
