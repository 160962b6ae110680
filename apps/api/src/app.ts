import { routes } from '@portico/contract/routes';
import { Problem } from '@portico/contract/problems';
import { mount } from '@portico/http/mount';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import { randomBytes } from 'node:crypto';
import type { Context } from './context.ts';
import { problemResponder } from './http/problem-responder.ts';
import { ownOriginOnly, securityHeaders } from './http/security.ts';
import { wizardFiles } from './http/wizard-files.ts';
import type { Call } from './routes/call.ts';
import { handlers } from './routes/index.ts';

/** Open to everybody: what the browser needs before a sign-in, and the health of the service. */
const open: ReadonlySet<string> = new Set(['getConfig', 'getHealth']);

interface Serving {
  readonly address: string;
  /** The built wizard. */
  readonly webFolder: string;
}

/** Requests a person, or an address without a token, may make in a minute. */
const perMinute = 600;

export function createApp(context: Context, { address, webFolder }: Serving): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders(context.publicConfig.signIn.origins, address.startsWith('https:')));
  app.use('/api', ownOriginOnly(address));
  app.use(
    '/api',
    rateLimit({
      windowMs: 60_000,
      limit: perMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_request, _response, next) => next(new Problem('too-many-requests', { retryAfter: 60 })),
    }),
  );
  const api = mount(routes, handlers(context), {
    enter: async ({ name }, request, response): Promise<Call> => {
      response.set('Cache-Control', 'no-store');
      const person = open.has(name) ? undefined : await context.authenticate(request.headers.authorization);
      return { person, request, response };
    },
  });
  app.use(api);
  app.use('/api', () => {
    throw new Problem('not-found');
  });
  app.use(wizardFiles(webFolder));
  app.use(problemResponder(context.log, () => randomBytes(6).toString('hex')));
  return app;
}
