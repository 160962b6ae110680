import { routes } from '@portico/contract/routes';
import { type Client, clientOf } from '@portico/http/client';
import type { AuthClient } from './auth.ts';
import { createTransport } from './transport.ts';

export type Api = Client<typeof routes>;

export const createApi = (auth: AuthClient): Api =>
  clientOf(routes, createTransport(window.fetch.bind(window), auth));
