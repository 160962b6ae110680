import react from '@vitejs/plugin-react';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const page = (name: string) => new URL(`./${name}.html`, import.meta.url).pathname;

/** Every asset compressed beside itself, as small as it gets: the API serves what a browser takes. */
const brotliBeside = (): Plugin => ({
  name: 'brotli-beside',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const assets = join(dir, 'assets');
    const names = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name));
    await Promise.all(
      names.map(async (name) =>
        writeFile(
          join(assets, `${name}.br`),
          await promisify(brotliCompress)(await readFile(join(assets, name))),
        ),
      ),
    );
  },
});

interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Whether the first page imports a module, through others or itself. */
function ofFirstPage(id: string, modules: Modules, seen = new Set<string>()): string | null {
  // Of a package only a part is imported, and nobody here can tell which.
  if (id.includes('/node_modules/') || id.endsWith('/main.tsx')) return null;
  seen.add(id);
  const importers = modules.getModuleInfo(id)?.importers ?? [];
  return importers.some(
    (one) => one.endsWith('/src/main.tsx') || (!seen.has(one) && ofFirstPage(one, modules, seen) !== null),
  )
    ? 'first'
    : null;
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'gallery' ? [] : [brotliBeside()])],
  // The API puts a fresh nonce in place of this word in each of these pages, on each request.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: mode === 'gallery' ? 'dist-gallery' : 'dist',
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The sign-in library has a chunk of its own, as large as everything else together.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: mode === 'gallery' ? page('gallery') : [page('index'), page('redirect'), page('handoff')],
      // What the first page is drawn from stays together: each page that comes later and shares some of it would cut it
      // into more and smaller files, and those compress worse.
      ...(mode === 'gallery' ? {} : { output: { codeSplitting: { groups: [{ name: ofFirstPage }] } } }),
    },
  },
  json: { stringify: true },
  server: { proxy: { '/api': process.env['PORTICO_API'] ?? 'http://localhost:14020' } },
}));
