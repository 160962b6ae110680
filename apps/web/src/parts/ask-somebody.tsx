import { Button } from '@fluentui/react-components';
import { PersonArrowRight20Regular } from '@fluentui/react-icons/svg/person-arrow-right';
import { lazy, Suspense, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { HandOver } from './step-model.ts';

// Few people need it, and what keeps the focus inside a dialog is large.
const AskDialog = lazy(() => import('./ask-dialog.tsx'));

interface Props {
  readonly asked: Parameters<HandOver['give']['run']>[0];
  readonly handOver: HandOver;
  /** Somebody has a link already: a new one ends it. */
  readonly again: boolean;
  readonly startOpen?: boolean;
}

/** Hands one thing to somebody else: whom and for how long, then the link, which is shown this once. */
export function AskSomebody({ asked, handOver, again, startOpen = false }: Props) {
  const [open, setOpen] = useState(startOpen);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    handOver.forget();
    opener.current?.focus();
  };
  return (
    <>
      <Button
        ref={opener}
        icon={<PersonArrowRight20Regular />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {again ? (
          <FormattedMessage id="web.ask.again" defaultMessage="Make a new link" />
        ) : (
          <FormattedMessage id="web.ask" defaultMessage="Ask somebody else" />
        )}
      </Button>
      {open && (
        <Suspense>
          <AskDialog asked={asked} handOver={handOver} again={again} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
