import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// Opened by hand, or twice: there is nothing to hand on, so the person goes home instead of seeing a blank page.
broadcastResponseToMainFrame().catch(() => {
  if (window.parent === window) window.location.replace('/');
});
