import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { Disclosure } from '../../ui/disclosure.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import type { Snapshots } from './update-model.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    justifyItems: 'start',
    maxWidth: '68ch',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  line: { margin: 0 },
});

interface Props {
  readonly snapshots: Snapshots;
  /** The site was looked at, so that it is kept as well. */
  readonly looked: boolean;
  readonly signIn: SignInWays;
}

/** What is kept of the site, to take away; and what somebody else kept of it, to bring. */
export function KeptSnapshots({ snapshots: { save, giveBaseline }, looked, signIn }: Props) {
  const styles = useStyles();
  return (
    <Disclosure label={<FormattedMessage id="web.update.kept" defaultMessage="Snapshots of this site" />}>
      <div className={styles.root}>
        <p className={styles.line}>
          <FormattedMessage
            id="web.update.kept.lead"
            defaultMessage="A snapshot holds all pages, texts, files and rights of a site at one moment. Of secrets it has marks only, which tell whether one changed and nothing else."
          />
        </p>
        <div className={styles.buttons}>
          <Button disabled={save.busy} onClick={() => void save.run('baseline')}>
            <FormattedMessage
              id="web.update.kept.baseline"
              defaultMessage="Download the snapshot: the site as it was made"
            />
          </Button>
          {looked && (
            <Button disabled={save.busy} onClick={() => void save.run('live')}>
              <FormattedMessage
                id="web.update.kept.live"
                defaultMessage="Download the snapshot: the site as it is now"
              />
            </Button>
          )}
          {looked && (
            <Button disabled={save.busy} onClick={() => void save.run('template')}>
              <FormattedMessage
                id="web.update.kept.template"
                defaultMessage="Download the snapshot: the new template"
              />
            </Button>
          )}
        </div>
        {save.problem && <ProblemPanel problem={save.problem} ways={signIn} />}
        <FileInput
          accept=".json,application/json"
          busy={giveBaseline.busy}
          label={
            <FormattedMessage
              id="web.update.kept.give"
              defaultMessage="Somebody kept this site as it was made: their file"
            />
          }
          hint={
            <FormattedMessage
              id="web.update.kept.give.hint"
              defaultMessage="It takes the place of what we kept, and the update is compared again. Only a snapshot of this very website is taken."
            />
          }
          onChoose={(files) => void giveBaseline.run('file', files)}
        />
        <FileInput
          folder
          busy={giveBaseline.busy}
          label={
            <FormattedMessage
              id="web.update.kept.give.folder"
              defaultMessage="Or the folder that “pac pages download” wrote then"
            />
          }
          hint={
            <FormattedMessage
              id="web.update.kept.give.folder.hint"
              defaultMessage="The whole folder, from before anybody worked on the site. Secrets in it are marked at once and not kept."
            />
          }
          onChoose={(files) => void giveBaseline.run('folder', files)}
        />
        <output>
          {giveBaseline.busy && (
            <FormattedMessage id="web.update.kept.reading" defaultMessage="Reading it…" />
          )}
        </output>
        {giveBaseline.problem && <ProblemPanel problem={giveBaseline.problem} ways={signIn} />}
      </div>
    </Disclosure>
  );
}
