import type { SignInRefused } from '../errors.ts';
import { html, page } from './layout.ts';

/** Shown when there is no address to send the refusal to. */
export const troublePage = ({ message }: SignInRefused): string =>
  page('Sorry, but we’re having trouble signing you in', html`<p><code>${message}</code></p>`);

export const signedOutPage = (): string =>
  page('You signed out of your account', html`<p>It’s a good idea to close all browser windows.</p>`);
