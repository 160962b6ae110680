import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const page = (name: string) => new URL(`./${name}.html`, import.meta.url).pathname;

export default defineConfig(({ mode }) => ({
  plugins: [react()],
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
    },
  },
  json: { stringify: true },
  server: { proxy: { '/api': process.env['PORTICO_API'] ?? 'http://localhost:14020' } },
}));
