import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, preloadWorkspace } from './app.tsx';
import { createSession, startSession } from './data/session.ts';
import { Providers } from './shell/providers.tsx';
import { chooseLocale, createTexts } from './text/create-intl.ts';

// A page that the browser kept from before, for the way back, may show what nobody here may see any more.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

const session = createSession();
void startSession(session);
const { status, ...state } = session.getState();
if (status === 'starting' && 'returning' in state && state.returning) preloadWorkspace();

const locale = chooseLocale(window.location.search, navigator.languages);
const intl = await createTexts(locale, {});
document.documentElement.lang = intl.locale;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root".');
createRoot(root).render(
  <StrictMode>
    <Providers intl={intl}>
      <App session={session} />
    </Providers>
  </StrictMode>,
);
