import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The real renderer against a scripted main process; see the README of `src/renderer`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  cacheDir: resolve(import.meta.dirname, '../../../node_modules/.cache/harness-vite'),
  server: { host: '127.0.0.1', port: 0, fs: { allow: [resolve(import.meta.dirname, '../../..')] } },
  build: {
    outDir: resolve(import.meta.dirname, '../../../node_modules/.cache/harness'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    // The harness is one page on loopback.
    chunkSizeWarningLimit: 5_000,
    modulePreload: { polyfill: false },
  },
});
