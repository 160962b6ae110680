import type { Progress } from '@portico/plan/progress';
import type { RunState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import { actionTitle } from '../text/names.ts';
import { useSay } from '../text/say.ts';
import { duration } from '../ui/duration.ts';
import { useNow } from '../ui/use-now.ts';

interface Props {
  readonly state: RunState;
  readonly progress: Progress;
}

/** "4 of 7 done. Waiting for you to create the site, since 2 hours." */
export function Standing({ state, progress: { done, total } }: Props) {
  const intl = useIntl();
  const say = useSay();
  const now = useNow(30_000);
  const going = Object.values(state.operations).findLast(({ finished }) => !finished);
  const since = going && duration(intl, (now - Date.parse(going.waiting?.since ?? going.startedAt)) / 1000);
  return (
    <>
      {done === total ? (
        <FormattedMessage
          id="web.standing.all"
          defaultMessage="All {total} steps are done."
          values={{ total }}
        />
      ) : (
        <FormattedMessage
          id="web.standing"
          defaultMessage="{done} of {total} done."
          values={{ done, total }}
        />
      )}{' '}
      {going &&
        (going.waiting?.for === 'person' ? (
          <FormattedMessage
            id="web.standing.person"
            defaultMessage="Waiting for a person: {says}, for {since}."
            values={{ says: say(going.waiting.says), since }}
          />
        ) : (
          <FormattedMessage
            id="web.standing.going"
            defaultMessage="Under way: {action}, for {since}."
            values={{ action: say(actionTitle(going.action)), since }}
          />
        ))}
    </>
  );
}
