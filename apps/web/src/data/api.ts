import { routes } from '@portico/contract/routes';
import { type Client, clientOf } from '@portico/http/client';
import { z } from 'zod';
import type { AuthClient } from './auth.ts';
import { createTransport } from './transport.ts';

// Compiled validators need eval, which the content security policy forbids.
z.config({ jitless: true });

export type Api = Client<typeof routes>;

export const createApi = (auth: AuthClient): Api =>
  clientOf(routes, createTransport(window.fetch.bind(window), auth));
