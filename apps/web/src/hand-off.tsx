import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { PublicConfig } from '@portico/contract/public-config';
import { useIntl } from 'react-intl';
import { useStore } from 'zustand';
import { followHandOff } from './data/hand-off.ts';
import { readConfig } from './data/read-config.ts';
import { HandOffView, handOffTitle } from './parts/hand-off-view.tsx';
import { Providers } from './shell/providers.tsx';
import { usePage } from './shell/use-page.ts';
import { loadCatalogue } from './text/catalogue.ts';
import { chooseLocale, createTexts } from './text/create-intl.ts';

const locale = chooseLocale(window.location.search, navigator.languages);
// Behind the hash: no server has seen it, and it goes only into the body of a request.
const shown = followHandOff(window.location.hash.slice(1), new AbortController().signal);
// Another link in the same tab is another page.
window.addEventListener('hashchange', () => window.location.reload());
const [catalogue, config] = await Promise.all([loadCatalogue(locale), readConfig().catch(() => undefined)]);
const intl = await createTexts(locale, catalogue);
document.documentElement.lang = intl.locale;

function HandOff({ cloud }: { readonly cloud: PublicConfig['cloud'] | undefined }) {
  const now = useStore(shown);
  usePage(handOffTitle(useIntl(), now));
  return <HandOffView shown={now} rehearsal={cloud?.rehearsal === true} />;
}

const root = document.getElementById('root');
if (!root) throw new Error('handoff.html has no element "root".');
createRoot(root).render(
  <StrictMode>
    <Providers intl={intl}>
      <HandOff cloud={config?.cloud} />
    </Providers>
  </StrictMode>,
);
