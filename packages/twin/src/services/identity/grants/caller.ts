import type { App } from '../../../world/directory.ts';
import { appById } from '../apps.ts';
import { type Fields, text } from '../asking.ts';
import { SignInRefused } from '../errors.ts';
import type { SignIn } from '../issue.ts';

/** Who calls the token endpoint: the browser app from a page, the API with its secret. */
export function callingApp({ world }: SignIn, fields: Fields, origin: string | undefined): App {
  const app = appById(world, text(fields, 'client_id'));
  if (app.kind === 'browser') {
    if (!origin) throw new SignInRefused(9002327);
    return app;
  }
  if (origin) throw new SignInRefused(9002326);
  const secret = text(fields, 'client_secret');
  if (!secret) throw new SignInRefused(7000218);
  if (secret !== app.secret) throw new SignInRefused(7000215, app.clientId);
  return app;
}
