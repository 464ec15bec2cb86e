import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { APP_ORIGIN } from '../ipc/trusted-sender.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The page may load its own files and nothing else: no inline script or style element, no connection, no plugin, no frame. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

/** Answers the requests of one page for its files. */
export type AnswerFile = (request: Request) => Promise<Response>;

/**
 * Serves the renderer's build, and only it: the files are listed once at start, and a request is a look-up in that
 * list, so no path is ever made from a URL.
 */
export async function appFiles(buildDirectory: string): Promise<AnswerFile> {
  const files = await listFiles(buildDirectory);
  return async (request) => {
    const { host, pathname } = new URL(request.url);
    const isOurs = host === new URL(APP_ORIGIN).host && request.method === 'GET';
    const file = isOurs ? files.get(pathname === '/' ? '/index.html' : pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: securityHeaders });
    return new Response(await readFile(file), {
      headers: {
        ...securityHeaders,
        'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      },
    });
  };
}

async function listFiles(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [`/${relative(directory, path).split(sep).join('/')}`, path]));
}
