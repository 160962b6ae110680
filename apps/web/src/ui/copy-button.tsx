import { Button } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { FormattedMessage, useIntl } from 'react-intl';
import { announce } from './announce.tsx';

interface Props {
  /** The text, or what makes it when it is copied. */
  readonly text: string | (() => string);
  readonly label?: string;
  /** It is what one is meant to press, not something beside a text. */
  readonly big?: boolean;
}

export function CopyButton({ text, label, big = false }: Props) {
  const intl = useIntl();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      announce(intl.formatMessage({ id: 'web.copied', defaultMessage: 'Copied.' }));
    } catch {
      // The browser may forbid it; the text stands beside the button and can be selected.
      announce(
        intl.formatMessage({
          id: 'web.not-copied',
          defaultMessage: 'Your browser does not allow copying. Select the text and copy it.',
        }),
      );
    }
  };
  return (
    <Button
      size={big ? 'medium' : 'small'}
      appearance={big ? 'secondary' : 'subtle'}
      icon={<Copy16Regular />}
      onClick={() => void copy()}
    >
      {label ?? <FormattedMessage id="web.copy" defaultMessage="Copy" />}
    </Button>
  );
}
