import { routes } from '@portico/contract/routes';
import { Problem } from '@portico/contract/problems';
import { mount } from '@portico/http/mount';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import { randomBytes } from 'node:crypto';
import type { Context } from './context.ts';
import { byOurName } from './http/by-our-name.ts';
import { problemResponder } from './http/problem-responder.ts';
import { ownOriginOnly, securityHeaders } from './http/security.ts';
import { wizardFiles } from './http/wizard-files.ts';
import type { Call } from './routes/call.ts';
import { handlers } from './routes/index.ts';

/** Open to everybody: what the browser needs before a sign-in, the health of the service, and links for others. */
const open: ReadonlySet<string> = new Set(['getConfig', 'getHealth', 'readHandOff']);

/** Requests that an address may make in a minute; and how many of them without an account. */
const perMinute = { all: 600, handOffs: 120 };

/** @param webFolder the built wizard. */
export function createApp(context: Context, webFolder: string): Express {
  const { address, underWay } = context;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders(context.publicConfig().signIn.origins, address.startsWith('https:')));
  app.use('/api', ownOriginOnly(address));
  const limited = (limit: number) =>
    rateLimit({
      windowMs: 60_000,
      limit,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_request, _response, next) => next(new Problem('too-many-requests', { retryAfter: 60 })),
    });
  app.use('/api', limited(perMinute.all));
  app.use(routes.readHandOff.path, limited(perMinute.handOffs));
  const api = mount(routes, handlers(context), {
    enter: async ({ name }, request, response): Promise<Call> => {
      response.set('Cache-Control', 'no-store');
      const person = open.has(name) ? undefined : await context.authenticate(request.headers.authorization);
      return { person, request, response };
    },
  });
  // What a browser has left is still being worked on.
  app.use((request, response, next) => underWay.add(Promise.resolve(api(request, response, next))));
  app.use('/api', () => {
    throw new Problem('not-found');
  });
  app.use(byOurName(address));
  app.use(wizardFiles(webFolder, context.publicConfig));
  app.use(problemResponder(context.log, () => randomBytes(6).toString('hex')));
  return app;
}
