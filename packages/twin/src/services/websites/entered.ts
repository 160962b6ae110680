import { websites } from '@portico/microsoft/services/websites';
import { takeFault } from '../../faults.ts';
import { lifeOf } from '../../platform/site-life.ts';
import { refuseSite } from '../../platform/site-refusals.ts';
import type { Call } from '../../serve.ts';
import type { Environment, Site } from '../../world/platform.ts';
import { allow, environmentOf } from '../power-platform/gateway.ts';

export const read = ['PowerPages.Websites.Read', 'PowerPages.Websites.Write'];
export const write = ['PowerPages.Websites.Write'];

/** Past the gateway and into an environment that this person sees. */
export function enter(context: Call, environment: string, scopes: readonly string[]): Environment {
  allow(context, scopes);
  return environmentOf(context, environment, () => refuseSite('environment'));
}

export function sitesOf({ world }: Call, environment: Environment): Site[] {
  const stale = takeFault(world, websites.name, 'listWebsites', 'stale-reads');
  const until = world.clock.now().getTime() - (stale?.seconds ?? 0) * 1000;
  return world.state.platform.sites.filter(
    (site) =>
      site.environment === environment.id &&
      lifeOf(world, site, environment).phase !== 'deleted' &&
      (!stale || Date.parse(site.createdAt) <= until),
  );
}

export const siteOf = (context: Call, environment: Environment, id: string): Site =>
  sitesOf(context, environment).find((site) => site.id === id) ?? refuseSite('unknownSite');
