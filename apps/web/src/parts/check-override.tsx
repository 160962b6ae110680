import { Button } from '@fluentui/react-components';
import type { Override } from '@portico/plan/reduce';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Moment } from '../ui/moment.tsx';
import { Note } from '../ui/note.tsx';
import { OverrideForm } from './override-form.tsx';

/** What a person may do about a soft check that doesn't pass. */
export interface Overriding {
  readonly override: Override | undefined;
  readonly busy: boolean;
  give(reason: string, days: number): void;
  withdraw(): void;
  /** It is no fault, and only waits for somebody. */
  readonly todo: boolean;
}

/** Who passed a check by decision, why and until when; or the way to do so. */
export function CheckOverride({ override, busy, give, withdraw, todo }: Overriding) {
  const [asking, setAsking] = useState(false);
  if (override)
    return (
      <Note
        tone="careful"
        title={
          <FormattedMessage
            id="web.override.given"
            defaultMessage="{name} decided to go on without this, until {until}"
            values={{ name: override.by?.name ?? '?', until: <Moment at={override.until} /> }}
          />
        }
      >
        <FormattedMessage
          id="web.override.because"
          defaultMessage="Reason: {reason}"
          values={{ reason: override.reason }}
        />
        <Button disabledFocusable={busy} onClick={withdraw}>
          <FormattedMessage id="web.override.withdraw" defaultMessage="Take this back" />
        </Button>
      </Note>
    );
  return asking ? (
    <OverrideForm
      busy={busy}
      todo={todo}
      onLeave={() => setAsking(false)}
      onGive={(reason, days) => {
        setAsking(false);
        give(reason, days);
      }}
    />
  ) : (
    <Button appearance="subtle" onClick={() => setAsking(true)}>
      <FormattedMessage
        id="web.override.ask"
        defaultMessage="{todo, select, yes {Leave this for later, and say why …} other {Go on without this, and say why …}}"
        values={{ todo: todo ? 'yes' : 'no' }}
      />
    </Button>
  );
}
