import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { strike } from '../../faults.ts';
import type { Site } from '../../serve.ts';
import type { Keys } from '../../tokens.ts';
import type { World } from '../../world.ts';
import { type AdminNext, adminConsent } from './admin-consent.ts';
import { mayReturnTo } from './apps.ts';
import { backTo, fieldsOf, readAsking, text } from './asking.ts';
import { authorize, type Next } from './authorize.ts';
import { cors } from './cors.ts';
import { openidConfiguration, signingKeys } from './discovery.ts';
import { SignInRefused } from './errors.ts';
import type { SignIn } from './issue.ts';
import { consentPage } from './pages/consent.ts';
import { pageHeaders } from './pages/layout.ts';
import { pickPage } from './pages/pick.ts';
import { proofPage } from './pages/proof.ts';
import { signedOutPage, troublePage } from './pages/trouble.ts';
import { createSessions, secret } from './sessions.ts';
import { grantOf, spokenFault, token } from './token.ts';

/** Entra ID's v2 endpoints on plain localhost, where browsers allow what a sign-in library needs. */
export function signInSite(world: World, keys: Keys): Site {
  const signIn: SignIn = { world, keys, sessions: createSessions(world) };
  const app = express();
  app.disable('x-powered-by');
  app.use(machineEndpoints(signIn), pageEndpoints(signIn));
  return { host: /^localhost$/, handler: app };
}

const named = (request: Request) => String(request.params['tenant']);

function machineEndpoints(signIn: SignIn): Router {
  const router = express.Router();
  router.use('/:tenant/v2.0/.well-known/openid-configuration', cors);
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    response.json(openidConfiguration(signIn, named(request)));
  });
  router.use('/:tenant/discovery/v2.0/keys', cors);
  router.get('/:tenant/discovery/v2.0/keys', (request, response) => {
    response.json(signingKeys(signIn, named(request)));
  });
  router.use('/:tenant/oauth2/v2.0/token', cors, express.urlencoded({ extended: false, limit: '64kb' }));
  router.post('/:tenant/oauth2/v2.0/token', async (request, response) => {
    response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
    const fields = fieldsOf(request.body);
    const fault = spokenFault(signIn, grantOf(fields).name);
    if (fault && (await strike(fault, request, response))) return;
    response.json(await token(signIn, named(request), fields, request.headers.origin));
  });
  router.use(asJson(signIn));
  return router;
}

function pageEndpoints(signIn: SignIn): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false, limit: '64kb' }));
  router.all('/:tenant/oauth2/v2.0/authorize', (request, response) => {
    const posted = fieldsOf(request.body);
    const asking = readAsking(signIn.world, named(request), { ...posted, ...request.query });
    const next = authorize(signIn, asking, posted, browserOf(signIn, request, response));
    reply(signIn, response, next, asking.app.name, asking.redirect);
  });
  router.all('/:tenant/v2.0/adminconsent', (request, response) => {
    const browser = browserOf(signIn, request, response);
    const next = adminConsent(signIn, named(request), request.query, fieldsOf(request.body), browser);
    reply(signIn, response, next, 'Portico', text(request.query, 'redirect_uri') ?? '', { forAll: true });
  });
  router.get('/:tenant/oauth2/v2.0/logout', (request, response) => {
    const hint = text(request.query, 'logout_hint')?.toLowerCase();
    const person = signIn.world.state.directory.people.find(
      ({ userName }) => userName.toLowerCase() === hint,
    );
    signIn.sessions.end(browserOf(signIn, request, response), person && (person.home ?? person.id));
    const redirect = text(request.query, 'post_logout_redirect_uri') ?? '';
    if (signIn.world.state.directory.apps.some((app) => mayReturnTo(app, redirect)))
      response.redirect(302, backTo({ redirect, mode: 'query', state: text(request.query, 'state') }, {}));
    else response.set(pageHeaders()).send(signedOutPage());
  });
  router.use(asPage);
  return router;
}

function reply(
  { world }: SignIn,
  response: Response,
  next: Next | AdminNext,
  app: string,
  redirect: string,
  how?: { forAll: boolean },
): void {
  if ('go' in next) {
    response.set('Cache-Control', 'no-store').redirect(302, next.go);
    return;
  }
  response.set(pageHeaders(redirect));
  if (next.show === 'trouble') response.status(400).send(troublePage(next.refused));
  else if (next.show === 'pick') response.send(pickPage(app, world.state.directory.tenants, next.people));
  else response.send(next.show === 'proof' ? proofPage(next.person) : consentPage(app, next.person, how));
}

/** The browser by its cookie; made on first sight. One name per port: cookies don't tell ports apart. */
function browserOf({ world }: SignIn, request: Request, response: Response): string {
  const name = `twin-browser-${world.port}`;
  const sent = (request.headers.cookie ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  if (sent) return sent;
  const fresh = secret();
  response.cookie(name, fresh, { httpOnly: true, sameSite: 'lax', path: '/' });
  return fresh;
}

const asJson =
  ({ world }: SignIn): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (!(error instanceof SignInRefused)) return next(error);
    const correlation = text(request.query, 'client-request-id');
    response.status(error.kind.status ?? 400).json(error.body(world.clock.now(), correlation));
  };

const asPage: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof SignInRefused)) return next(error);
  response.status(400).set(pageHeaders()).send(troublePage(error));
};
