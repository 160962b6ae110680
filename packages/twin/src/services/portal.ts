import express from 'express';
import { isAway, lifeOf } from '../platform/site-life.ts';
import { html, page, pageHeaders, pageHeadersWith } from '../pages/layout.ts';
import type { Site as HostSite } from '../serve.ts';
import type { World } from '../world.ts';
import { sameOrigin } from '../pages/same-origin.ts';
import { siteForm, sitePage } from './portal/site-page.ts';
import { mayEnter, signInAddressOf } from './portal/visitors.ts';

/** The provisioned sites themselves, each on its address. */
export function portalSite(world: World): HostSite {
  const app = express();
  app.disable('x-powered-by');
  app.use(sameOrigin({ programs: true }), express.urlencoded({ extended: false, limit: '64kb' }));
  app.use(async (request, response) => {
    const subdomain = request.hostname.split('.')[0] ?? '';
    const { site, phase } = siteOf(world, subdomain);
    response.set(pageHeaders);
    if (!site || phase === 'deleted' || phase === 'failed' || phase === undefined) {
      response
        .status(404)
        .send(
          page(
            '404 Web Site not found',
            html`<p>You may be seeing this error because the address has no site.</p>`,
          ),
        );
    } else if (phase === 'asked' || phase === 'provisioning' || isAway(world, site)) {
      // Assumed: the real page says the same; its status isn't known.
      response
        .status(503)
        .set('Retry-After', '60')
        .send(page('Getting set up', html`<p>${site.name} is being set up. This takes a few minutes.</p>`));
    } else if (phase === 'suspended' || site.stopped) {
      response
        .status(403)
        .send(
          page(
            'This website is stopped',
            html`<p>The web app you have attempted to reach is currently stopped.</p>`,
          ),
        );
    } else if (site.visibility === 'private' && !mayEnter(world, site, request, response)) {
      // Who may not see a private site is sent to the sign-in (Power Pages, security/site-visibility).
      if (!response.headersSent) response.redirect(302, signInAddressOf(world, site));
    } else if (!response.headersSent && !siteForm(world, site, request, response)) {
      const found = await sitePage(world, site, request);
      response.status(found.status).set(pageHeadersWith(found.nonce)).send(found.page);
    }
  });
  return { host: /^[a-z0-9-]+\.portals\.twin\.localhost$/, handler: app };
}

function siteOf(world: World, subdomain: string) {
  for (const site of world.state.platform.sites.toReversed()) {
    const environment = world.state.platform.environments.find(({ id }) => id === site.environment);
    if (environment && site.subdomain === subdomain)
      return { site, phase: lifeOf(world, site, environment).phase };
  }
  return {};
}
