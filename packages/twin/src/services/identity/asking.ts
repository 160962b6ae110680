import type { App, Tenant } from '../../world/directory.ts';
import type { World } from '../../world.ts';
import { appById, mayReturnTo } from './apps.ts';
import { SignInRefused } from './errors.ts';
import { tenantNamed } from './people.ts';

/** An authorization request, read and found fit to be answered back to the app. */
export interface Asking {
  readonly tenant: Tenant | undefined;
  readonly app: App;
  readonly redirect: string;
  readonly mode: 'fragment' | 'query';
  readonly scope: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly prompt: string | undefined;
  readonly hint: string | undefined;
  readonly sid: string | undefined;
  readonly claims: string | undefined;
}

export type Fields = Readonly<Record<string, unknown>>;

/** The values of a query or a form, whatever the parser made of them. */
export const fieldsOf = (parsed: unknown): Fields =>
  typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {};

export const text = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Reads a request. What is wrong here is shown on a page: there is no address yet that could be trusted with it. */
export function readAsking(world: World, tenantName: string, query: Fields): Asking {
  const tenant = tenantNamed(world, tenantName);
  const app = appById(world, text(query, 'client_id'));
  const redirect = text(query, 'redirect_uri') ?? '';
  if (!mayReturnTo(app, redirect)) throw new SignInRefused(50011, redirect);
  return {
    tenant,
    app,
    redirect,
    mode: text(query, 'response_mode') === 'fragment' ? 'fragment' : 'query',
    scope: text(query, 'scope') ?? '',
    state: text(query, 'state'),
    nonce: text(query, 'nonce'),
    challenge: text(query, 'code_challenge'),
    prompt: text(query, 'prompt'),
    hint: text(query, 'login_hint')?.toLowerCase(),
    sid: text(query, 'sid'),
    claims: text(query, 'claims'),
  };
}

/** The address that takes an answer back to the app. */
export function backTo(
  { redirect, mode, state }: Pick<Asking, 'redirect' | 'mode' | 'state'>,
  answer: Readonly<Record<string, string>>,
): string {
  const values = new URLSearchParams({ ...answer, ...(state === undefined ? {} : { state }) });
  const target = new URL(redirect);
  if (mode === 'fragment') target.hash = values.toString();
  else for (const [name, value] of values) target.searchParams.set(name, value);
  return target.href;
}
