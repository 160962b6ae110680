import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, preloadWorkspace } from './app.tsx';
import { createSession, startSession } from './data/session.ts';
import { Providers } from './shell/providers.tsx';
import { drawn } from './ui/drawn.ts';
import { chooseLocale, createTexts } from './text/create-intl.ts';

// A page that the browser kept from before, for the way back, may show what nobody here may see any more.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

const session = createSession();
const first = session.getState();
if (first.status === 'starting' && first.returning) {
  void startSession(session);
  preloadWorkspace();
} else {
  // Somebody new sees the page before the sign-in library takes the line and the processor.
  void drawn().then(() => startSession(session));
}

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
