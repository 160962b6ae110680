import { z } from 'zod';
import { defineService } from '../service.ts';

/**
 * The portal itself. No token goes there. Whatever it says below 500 is an answer: a private site redirects to the
 * sign-in, and that redirect, which isn't followed, shows that it is up.
 */
export const siteProbe = defineService({
  name: 'The portal',
  // Patterns have no port; the cloud's own is compared apart.
  hosts: ({ siteDomain }) => [`*.${siteDomain.replace(/:\d+$/, '')}`],
  endpoints: {
    probe: {
      method: 'GET',
      path: '/',
      summary: 'Does the site answer?',
      answer: z.unknown(),
      probes: true,
      effect: 'safe',
      source: 'Power Pages documentation, security/site-visibility',
      standing: 'inferred',
    },
    probeSignIn: {
      method: 'GET',
      path: '/SignIn',
      summary: 'Is its own sign-in page there?',
      answer: z.unknown(),
      probes: true,
      effect: 'safe',
      source:
        'Power Pages documentation, security/authentication/configure-site; the path is from sites seen',
      standing: 'inferred',
    },
  },
});
