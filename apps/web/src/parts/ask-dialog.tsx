import { Dialog, DialogBody, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { AskForm } from './ask-form.tsx';
import { MadeLink } from './made-link.tsx';
import type { HandOver } from './step-model.ts';

const useStyles = makeStyles({
  // On a phone, and at high zoom, it is as wide as what it lies on.
  surface: { maxWidth: 'min(560px, calc(100vw - 16px))' },
});

interface Props {
  readonly asked: Parameters<HandOver['give']['run']>[0];
  readonly handOver: HandOver;
  readonly again: boolean;
  readonly onClose: () => void;
}

export default function AskDialog({ asked, handOver, again, onClose }: Props) {
  const styles = useStyles();
  return (
    // Motion would explain nothing here.
    <Dialog open surfaceMotion={null} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface} backdropMotion={null}>
        <DialogBody>
          <DialogTitle>
            <FormattedMessage id="web.ask.title" defaultMessage="Ask somebody else to do this" />
          </DialogTitle>
          {handOver.made ? (
            <MadeLink made={handOver.made} onClose={onClose} />
          ) : (
            <AskForm asked={asked} give={handOver.give} again={again} onClose={onClose} />
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
