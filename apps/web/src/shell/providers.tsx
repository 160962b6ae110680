import {
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type IntlShape, RawIntlProvider } from 'react-intl';
import { LiveRegion } from '../ui/announce.tsx';
import { pageNonce } from '../ui/page-nonce.ts';
import { useTheme } from './theme.ts';

const useStyles = makeStyles({
  root: { color: tokens.colorNeutralForeground1, lineHeight: tokens.lineHeightBase300 },
  // Not the provider's: what it wears, the layer of its dialogs wears too, and would hide the page under it.
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
});

const rtl = (locale: string) => ['ar', 'he', 'fa', 'ur'].includes(new Intl.Locale(locale).language);

interface Props {
  readonly intl: IntlShape;
  /** Which way lines run; the language says it unless somebody else does. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  readonly children: ReactNode;
}

/** Styles under a strict content security policy, the theme, and the texts. */
export function Providers({ intl, dir, children }: Props) {
  const [renderer] = useState(() => {
    const nonce = pageNonce();
    return createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});
  });
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <Themed dir={dir ?? (rtl(intl.locale) ? 'rtl' : 'ltr')}>
        <RawIntlProvider value={intl}>
          {children}
          <LiveRegion />
        </RawIntlProvider>
      </Themed>
    </RendererProvider>
  );
}

function Themed({ dir, children }: { readonly dir: 'ltr' | 'rtl'; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={useTheme()} dir={dir} className={styles.root}>
      <div className={styles.page}>{children}</div>
    </FluentProvider>
  );
}
