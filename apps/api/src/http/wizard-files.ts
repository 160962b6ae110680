import type { PublicConfig } from '@portico/contract/public-config';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** What the pages hold in place of the nonce, and of the public configuration; the build writes them. */
const placeholders = { nonce: '__CSP_NONCE__', config: '__PUBLIC_CONFIG__' };

/** Pages of their own; every other path is the wizard's. */
const pages: Readonly<Record<string, string>> = {
  '/redirect.html': 'redirect.html',
  '/handoff': 'handoff.html',
};

/** Serves the built wizard: hashed assets for ever, pages never cached and with their nonce filled in. */
export function wizardFiles(folder: string, config: () => PublicConfig): RequestHandler {
  const router = Router();
  const assets = join(folder, 'assets');
  router.use(
    '/assets',
    takeCompressed(assets),
    express.static(assets, { immutable: true, maxAge: '365d', index: false }),
  );
  const read = new Map<string, string>();
  const page = (name: string): string => {
    const known = read.get(name) ?? readFileSync(join(folder, name), 'utf8');
    read.set(name, known);
    return known.replace(placeholders.config, () => attribute(JSON.stringify(config())));
  };
  router.get(/^(?!\/api\/|\/assets\/).*/, (request, response) => {
    const name = pages[request.path] ?? 'index.html';
    response.set('Cache-Control', 'no-store').type('html');
    response.send(page(name).replaceAll(placeholders.nonce, String(response.locals['nonce'])));
  });
  return router;
}

/** An asset that the build also compressed goes out so to whoever takes it. */
function takeCompressed(assets: string): RequestHandler {
  const compressed = new Set(existsSync(assets) ? readdirSync(assets).map((name) => `/${name}`) : []);
  return (request, response, next) => {
    response.vary('Accept-Encoding');
    const beside = `${request.path}.br`;
    if (compressed.has(beside) && request.acceptsEncodings('br')) {
      response.type(extname(request.path)).set('Content-Encoding', 'br');
      request.url = beside;
    }
    next();
  };
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
