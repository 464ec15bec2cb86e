import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { build, resolveConfig } from 'vite';

const configFile = join(import.meta.dirname, 'vite.config.ts');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The app's own policy, so that whatever it forbids shows up here as an error of the page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A running harness; `close` ends it. */
export interface BuiltHarness {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Builds the harness as the app is built, and serves it on a loopback port under the app's content security policy. */
export async function startBuiltHarness(): Promise<BuiltHarness> {
  await build({ configFile, logLevel: 'warn' });
  const { build: options } = await resolveConfig({ configFile }, 'build');
  const files = new Map(
    readdirSync(options.outDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(options.outDir, path).split(sep).join('/')}`, path]),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = files.get(pathname === '/' ? '/index.html' : pathname);
    if (path === undefined) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    readFile(path).then(
      (bytes) =>
        response
          .writeHead(200, {
            'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
            'content-security-policy': contentSecurityPolicy,
          })
          .end(bytes),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
