import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** What index.html holds in place of the nonce; the build writes it. */
const placeholder = '__CSP_NONCE__';

/** Pages of their own; every other path is the wizard's. */
const pages: Readonly<Record<string, string>> = {
  '/redirect.html': 'redirect.html',
  '/handoff': 'handoff.html',
};

/** Serves the built wizard: hashed assets for ever, pages never cached and with their nonce filled in. */
export function wizardFiles(folder: string): RequestHandler {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }),
  );
  const read = new Map<string, string>();
  const page = (name: string): string => {
    const known = read.get(name) ?? readFileSync(join(folder, name), 'utf8');
    read.set(name, known);
    return known;
  };
  router.get(/^(?!\/api\/|\/assets\/).*/, (request, response) => {
    const name = pages[request.path] ?? 'index.html';
    response.set('Cache-Control', 'no-store').type('html');
    response.send(page(name).replaceAll(placeholder, String(response.locals['nonce'])));
  });
  return router;
}
