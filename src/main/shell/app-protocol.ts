import { protocol } from 'electron';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const SCHEME = 'app';

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
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Answers one `app://` URL that is not a file of the build, or null when it is not its business. */
export type ExtraRoute = (url: URL, request: Request) => Promise<Response> | null;

/** Must run before the app is ready: makes `app://` a standard, secure origin, so that the page has one of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/**
 * Serves the renderer's build, and only it: the files are listed once at start, and a request is a look-up in that
 * list, so no path is ever made from a URL.
 */
export async function serveApp(buildDirectory: string, extraRoute: ExtraRoute): Promise<void> {
  const files = await listFiles(buildDirectory);
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const extra = extraRoute(url, request);
    if (extra !== null) return extra;
    const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname);
    if (file === undefined || request.method !== 'GET')
      return new Response(null, { status: 404, headers: securityHeaders });
    return new Response(await readFile(file), {
      headers: {
        ...securityHeaders,
        'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      },
    });
  });
}

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

async function listFiles(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [`/${relative(directory, path).split(sep).join('/')}`, path]));
}
