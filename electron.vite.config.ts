import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'electron-vite';
import { licences } from './build/licences.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Puts the WebAssembly of the header parser beside the bundle that loads it. */
const headerParser: Plugin = {
  name: 'header-parser',
  generateBundle() {
    const fileName = 'MediaInfoModule.wasm';
    const source = readFileSync(createRequire(import.meta.url).resolve(`mediainfo.js/${fileName}`));
    this.emitFile({ type: 'asset', fileName, source });
  },
};

export default defineConfig({
  main: {
    // The two that ship without being bundled are named.
    plugins: [headerParser, licences(at('.'), ['electron', 'keytar'])],
    // The bundler would take the parser's build for web pages, which fetches its WebAssembly over HTTP.
    resolve: { alias: { 'mediainfo.js': at('node_modules/mediainfo.js/dist/esm/index.js') } },
    build: {
      outDir: 'out/main',
      sourcemap: true,
      // Only what must stay a native module is left outside the bundle; the rest is bundled and tree-shaken.
      externalizeDeps: { exclude: [] },
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          'listing-worker': at('src/main/browse/listing-worker.ts'),
          'parser-worker': at('src/main/peek/parser-worker.ts'),
        },
        external: ['keytar'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), licences(at('.'))],
    build: {
      outDir: at('out/renderer'),
      rollupOptions: { input: at('src/renderer/index.html') },
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
});
