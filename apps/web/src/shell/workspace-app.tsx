import '../data/no-eval.ts';
import type { PublicConfig } from '@portico/contract/public-config';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, Suspense, use, useState } from 'react';
import { type IntlShape, RawIntlProvider } from 'react-intl';
import type { AuthClient } from '../data/auth.ts';
import { createWorkspace, WorkspaceProvider } from '../data/workspace.ts';
import { loadCatalogue } from '../text/catalogue.ts';
import { chooseLocale, createTexts } from '../text/create-intl.ts';
import { NavigationProvider } from '../ui/navigation.tsx';
import { createAppRouter } from './router.tsx';

interface Props {
  readonly config: PublicConfig;
  readonly auth: AuthClient;
}

const loadTexts = async () => {
  const locale = chooseLocale(window.location.search, navigator.languages);
  return createTexts(locale, await loadCatalogue(locale));
};

/** Everything behind the sign-in. */
export default function WorkspaceApp({ config, auth }: Props) {
  const [workspace] = useState(() => createWorkspace(config, auth));
  const [router] = useState(createAppRouter);
  // A press shows before the page changes: drawing another page takes longer than anybody waits for a button.
  const [go] = useState(() => (href: string) => {
    requestAnimationFrame(() => setTimeout(() => void router.navigate({ href })));
  });
  // Our own texts are there already; those that the API says by id join them when their file is.
  const [catalogue] = useState(loadTexts);
  return (
    <Suspense>
      <WithTexts texts={catalogue}>
        <WorkspaceProvider value={workspace}>
          <NavigationProvider value={go}>
            <RouterProvider router={router} />
          </NavigationProvider>
        </WorkspaceProvider>
      </WithTexts>
    </Suspense>
  );
}

function WithTexts({
  texts,
  children,
}: {
  readonly texts: Promise<IntlShape>;
  readonly children: ReactNode;
}) {
  return <RawIntlProvider value={use(texts)}>{children}</RawIntlProvider>;
}
