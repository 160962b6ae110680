import type { Request, Response } from 'express';
import { addressOf } from '../../addresses.ts';
import { html, page } from '../../pages/layout.ts';
import type { Site } from '../../world/platform.ts';
import type { World } from '../../world.ts';
import { fieldsOf, text } from '../identity/asking.ts';
import { drawnPage } from './drawn-page.ts';
import { accountOf, homePage } from './home-page.ts';
import { portalUserOf, signIn, signOut } from './portal-user.ts';
import { isOrderStep, orderPage, ordersPage, placedPage } from './order-pages.ts';
import { mayOrder, placeOrder } from './place-order.ts';
import { redeem, registered } from './redeem.ts';
import { invitesOnly, registerPage, signInPage } from './sign-in-pages.ts';
import { isSet, organizationOf } from './site-tables.ts';

interface Served {
  readonly status: number;
  readonly page: string;
  /** Of styles that stand in a page drawn from the site's rows. */
  readonly nonce?: string;
}

/** What a ready site shows to who may see it, by its rows in Dataverse. */
export async function sitePage(world: World, site: Site, request: Request): Promise<Served> {
  const { path } = request;
  const user = () => portalUserOf(world, site, request);
  if (/^\/create-order\/?$/i.test(path)) return { status: 200, page: orderPage(world, site, user()) };
  if (/^\/orders\/?$/i.test(path)) return { status: 200, page: ordersPage(world, site, user()) };
  const off = (name: string) => isSet(world, site, `Registration/${name}`, 'false');
  if (/^\/signin$/i.test(path) && !(off('LocalLoginEnabled') && off('ExternalLoginEnabled')))
    return { status: 200, page: signInPage(world, site) };
  if (/^\/register\/?$/i.test(path) && invitesOnly(world, site))
    return {
      status: 200,
      page: registerPage(site, text(fieldsOf(request.query), 'invitationCode') ?? ''),
    };
  const drawn = await drawnPage(world, site, path, user());
  if (drawn) {
    const { title, content, nonce } = drawn;
    const address = addressOf(world, `${site.subdomain}.portals`);
    const shown =
      path === '/'
        ? homePage(site, address, user(), content)
        : page(title, content, html`<a href="/">Home</a>${accountOf(user())}`);
    return { status: 200, page: shown, nonce };
  }
  return { status: 404, page: page('Page not found', html`<p>The page you want could not be found.</p>`) };
}

/** What a form of these pages does; false where there is no such form. */
export function siteForm(world: World, site: Site, request: Request, response: Response): boolean {
  const organization = organizationOf(world, site);
  const field = (name: string) => text(fieldsOf(request.body), name) ?? '';
  if (request.method !== 'POST' || !organization) return false;
  switch (request.path.toLowerCase().replace(/\/$/, '')) {
    case '/register': {
      if (!invitesOnly(world, site)) return false;
      const contact = redeem(world, organization, field('invitationCode'));
      if (contact === undefined) response.status(400).send(registerPage(site, '', true));
      else enter(contact);
      return true;
    }
    case '/signin': {
      const found = registered(organization).find((row) => row['contactid'] === field('contact'));
      if (!found) return false;
      enter(field('contact'));
      return true;
    }
    case '/create-order': {
      const user = portalUserOf(world, site, request);
      const [step, product, receipt] = [field('step'), field('product'), field('receipt')];
      const entered = { product, receipt, address: field('address'), quantity: field('quantity') || '1' };
      if (!user || !mayOrder(world, site, user)) response.status(403).send(orderPage(world, site, user));
      else if (isOrderStep(step)) response.send(orderPage(world, site, user, step, { entered }));
      else {
        const basket = { ...entered, quantity: Number(entered.quantity) };
        const placed = placeOrder(world, site, user, basket);
        if ('error' in placed)
          response
            .status(400)
            .send(orderPage(world, site, user, 'summary', { entered, error: placed.error }));
        else response.send(placedPage(placed.number));
      }
      return true;
    }
    case '/signout':
      signOut(world, site, request, response);
      response.redirect(303, '/');
      return true;
    default:
      return false;
  }
  function enter(contact: string): void {
    signIn(world, site, contact, response);
    response.redirect(303, '/');
  }
}
