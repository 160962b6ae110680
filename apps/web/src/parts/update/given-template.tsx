import { FormattedMessage } from 'react-intl';
import { FileInput } from '../../ui/file-input.tsx';
import { Day } from '../../ui/day.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import type { SignInWays } from '../sign-in-ways.tsx';
import type { TemplateDraft } from './template-source.ts';
import type { Snapshots } from './update-model.ts';

interface Props {
  readonly draft: TemplateDraft;
  readonly from: 'file' | 'folder';
  readonly give: Snapshots['giveTemplate'];
  readonly signIn: SignInWays;
  readonly onChange: (draft: TemplateDraft) => void;
}

/** A template that somebody kept: a file that was saved here before, or a folder that pac pages wrote. */
export function GivenTemplate({ draft, from, give, signIn, onChange }: Props) {
  return (
    <>
      <FileInput
        folder={from === 'folder'}
        busy={give.busy}
        {...(from === 'file' ? { accept: '.json,application/json' } : {})}
        label={
          from === 'file' ? (
            <FormattedMessage id="web.update.given.file" defaultMessage="Snapshot file" />
          ) : (
            <FormattedMessage
              id="web.update.given.folder"
              defaultMessage="Folder that “pac pages download” wrote"
            />
          )
        }
        hint={
          from === 'file' ? (
            <FormattedMessage
              id="web.update.given.file.hint"
              defaultMessage="A file that was saved with “Download the snapshot”, here or at another customer. It is checked by its fingerprint."
            />
          ) : (
            <FormattedMessage
              id="web.update.given.folder.hint"
              defaultMessage="The whole folder of one site, with “website.yml” in it. It says nothing of dates and versions, so it can be a template or what the site was made from, and never the site as it is now. Secrets in it are marked at once and not kept."
            />
          )
        }
        onChoose={(files) => {
          void give.run(from, files, ({ id, name, records, taken, fingerprint }) =>
            onChange({ from, kept: id, name, records, taken, fingerprint }),
          );
        }}
      />
      <output>
        {give.busy && <FormattedMessage id="web.update.given.reading" defaultMessage="Reading it…" />}
        {!give.busy && draft.kept && draft.name && (
          <Note tone="good">
            <span>
              <FormattedMessage
                id="web.update.given.taken"
                defaultMessage="“{name}” was read: {records, plural, one {# record} other {# records}}, fingerprint {fingerprint}."
                values={{
                  name: draft.name,
                  records: draft.records ?? 0,
                  fingerprint: draft.fingerprint?.slice(0, 12) ?? '',
                }}
              />{' '}
              {from === 'file' && draft.taken && (
                <FormattedMessage
                  id="web.update.given.when"
                  defaultMessage="It was taken on {when}."
                  values={{ when: <Day at={draft.taken} /> }}
                />
              )}
            </span>
          </Note>
        )}
      </output>
      {give.problem && <ProblemPanel problem={give.problem} ways={signIn} />}
    </>
  );
}
