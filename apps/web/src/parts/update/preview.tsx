import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Drawn } from '@portico/merge/draw/draw-page';
import { type ReactNode, useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '../../ui/note.tsx';
import { pageNonce } from '../../ui/page-nonce.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import { documentOf, type GoneWords } from './preview-document.ts';
import { PreviewFrame } from './preview-frame.tsx';
import type { Updating } from './update-model.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))',
  },
  words: { ...typographyStyles.body1, margin: 0 },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly update: Pick<Updating, 'preview' | 'lookAtPreview'>;
  readonly signIn: SignInWays;
}

/** The page on which a record is seen, as it is and as it would be. It is drawn while somebody looks at it. */
export function Preview({ update: { preview, lookAtPreview }, signIn }: Props) {
  const styles = useStyles();
  const { value } = preview;
  useEffect(() => {
    lookAtPreview(true);
    return () => lookAtPreview(false);
  }, [lookAtPreview]);
  return (
    <div className={styles.root} aria-busy={preview.status === 'loading'}>
      {preview.status === 'failed' && (
        <ProblemPanel problem={preview.problem} ways={signIn} onRetry={preview.again} />
      )}
      {preview.status === 'loading' && !value && <Skeleton rows={8} />}
      {value && (
        <>
          <output className={styles.words}>
            <Standing {...value} />
          </output>
          {(value.before || value.after) && (
            <div className={styles.sides}>
              <Side
                side="before"
                drawn={value.before}
                caption={<FormattedMessage id="web.update.preview.before" defaultMessage="As it is now" />}
              />
              <Side
                side="after"
                drawn={value.after}
                caption={<FormattedMessage id="web.update.side.becomes" defaultMessage="As it will be" />}
              />
            </div>
          )}
          <p className={styles.lead}>
            <FormattedMessage
              id="web.update.preview.limits"
              defaultMessage="Drawn from the site’s records alone, as somebody with every role would see it. Forms, lists and pictures are marked boxes, data from Dataverse is left out, scripts don’t run and links lead nowhere. Styles that Power Pages itself brings are missing, so it looks plainer than your site."
            />
          </p>
        </>
      )}
    </div>
  );
}

type Value = NonNullable<Updating['preview']['value']>;

/** What one looks at, and what is not decided in it. */
function Standing({ before, after, open, endless }: Value) {
  const page = after ?? before;
  if (endless)
    return (
      <FormattedMessage
        id="web.update.preview.endless"
        defaultMessage="This page can’t be drawn here: its texts take too long. That says nothing about the site itself."
      />
    );
  if (!page)
    return (
      <FormattedMessage
        id="web.update.preview.nowhere"
        defaultMessage="This stands on none of the pages that were looked through, so there is nothing to show. A page may still bring it in another way."
      />
    );
  const same = before && after && before.html === after.html && before.css === after.css;
  return (
    <FormattedMessage
      id="web.update.preview.standing"
      defaultMessage="The page “{title}” at {path}, with what is decided so far. {open, plural, =0 {Everything is decided.} other {Where nobody has decided yet, yours stays.}} {same, select, yes {So far it looks the same as now.} other {}}"
      values={{ title: page.title, path: page.path, open, same: same ? 'yes' : 'no' }}
    />
  );
}

interface SideProps {
  readonly side: 'before' | 'after';
  readonly drawn: Drawn | undefined;
  readonly caption: ReactNode;
}

function Side({ side, drawn, caption }: SideProps) {
  const intl = useIntl();
  const words: GoneWords = {
    form: intl.formatMessage({ id: 'web.update.preview.form', defaultMessage: 'A form: ' }),
    list: intl.formatMessage({ id: 'web.update.preview.list', defaultMessage: 'A list: ' }),
    data: intl.formatMessage({ id: 'web.update.preview.data', defaultMessage: 'Data from Dataverse' }),
    picture: intl.formatMessage({ id: 'web.update.preview.picture', defaultMessage: 'A picture: ' }),
    own: intl.formatMessage({
      id: 'web.update.preview.own',
      defaultMessage: 'A page that Power Pages makes itself: ',
    }),
  };
  if (!drawn)
    return (
      <Note title={caption}>
        <FormattedMessage id="web.update.preview.none" defaultMessage="There is no such page." />
      </Note>
    );
  if (drawn.fault !== undefined)
    return (
      <Note tone="careful" title={caption}>
        <FormattedMessage
          id="web.update.preview.fault"
          defaultMessage="It can’t be drawn here. Liquid says: {says}"
          values={{ says: drawn.fault }}
        />
      </Note>
    );
  return (
    <PreviewFrame
      caption={caption}
      title={intl.formatMessage(
        {
          id: 'web.update.preview.frame',
          defaultMessage: '{side, select, before {As it is now} other {As it will be}}: “{title}”',
        },
        { side, title: drawn.title },
      )}
      html={documentOf(drawn, words, pageNonce())}
    />
  );
}
