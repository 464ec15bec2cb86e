import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { App, Session } from 'electron';
import { appFiles } from '../../../src/main/shell/app-files.ts';
import { denyByDefault } from '../../../src/main/shell/hardening.ts';
import { pageAddress } from '../../../src/main/shell/page-address.ts';
import { environmentIds } from '../../../src/shared/session.ts';
import { tried, unless } from './check.ts';

const origin = 'app://pixop-ingest';
const wanted: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** The header that every answer carries, files and refusals alike. */
export const contentPolicy = tried('every answer of app:// carries the policy', async ({ root }) => {
  const answer = await appFiles(join(root, 'out/renderer'));
  const problems: string[] = [];
  for (const path of ['/', '/index.html', '/none']) {
    const header = (await answer(new Request(`${origin}${path}`))).headers.get('content-security-policy');
    const given = new Map(
      (header ?? '').split('; ').map((one) => [one.split(' ')[0], one.replace(/^\S+ /, '')]),
    );
    for (const [name, value] of Object.entries(wanted))
      if (given.get(name) !== value) problems.push(`${path} has ${name} ${given.get(name) ?? 'missing'}`);
    if (/unsafe|\*|https?:/.test(header ?? '')) problems.push(`${path} loosens the policy: ${header ?? ''}`);
  }
  return problems;
});

/** Only the build's files are served, whatever path is asked for, and only to the app's own host. */
export const buildFilesOnly = tried('10,000 paths: the build’s files, and nothing else', async ({ root }) => {
  const folder = join(root, 'out/renderer');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'));
  const known = new Set([...files, '/']);
  const answer = await appFiles(folder);
  const problems: string[] = [];
  const step = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%252e',
    '\\',
    '%5c',
    '%00',
    'etc',
    'passwd',
    'assets',
    '/',
    'C:',
  );
  const path = fc.oneof(
    fc.array(step, { maxLength: 6 }).map((steps) => `/${steps.join('/')}`),
    fc.string().map((text) => `/${text}`),
    fc
      .constantFrom(...files)
      .chain((file) => fc.constantFrom(`${file}/`, `/.${file}`, `${file}%00`, `/assets/..${file}`)),
  );
  const urls = fc.sample(path, { numRuns: 10_000, seed: 7 }).map((one) => `${origin}${one}`);
  for (const url of urls.filter((one) => URL.canParse(one))) {
    const { status } = await answer(new Request(url));
    if (status !== 404 && !known.has(new URL(url).pathname)) problems.push(`${url} was served`);
  }
  for (const file of files) {
    if ((await answer(new Request(`${origin}${file}`))).status !== 200)
      problems.push(`${file} is not served`);
    for (const url of [`app://other${file}`, `app://pixop-ingest.evil${file}`])
      if ((await answer(new Request(url))).status !== 404) problems.push(`${url} was served`);
    const posted = await answer(new Request(`${origin}${file}`, { method: 'POST' }));
    if (posted.status !== 404) problems.push(`${file} takes a POST`);
  }
  return problems;
});

/** A handler of the app's, called with what Electron would give it. */
type Handler = (...given: unknown[]) => unknown;

/** A window's events, with what the app's handlers answered. */
function startPage() {
  const app = new EventEmitter();
  const contents = new EventEmitter();
  const answers: Record<string, Handler> = {};
  const remember = (name: string) => (handler: Handler) => void (answers[name] = handler);
  const session = {
    setPermissionRequestHandler: remember('request'),
    setPermissionCheckHandler: remember('check'),
    setDevicePermissionHandler: remember('device'),
  };
  Object.assign(contents, { setWindowOpenHandler: remember('open') });
  // Stand-ins with the few members that the function uses.
  denyByDefault(app as unknown as App, session as unknown as Session, null);
  app.emit('web-contents-created', {}, contents);
  const isPrevented = (event: string, details: object): boolean => {
    let prevented = false;
    contents.emit(event, { ...details, preventDefault: () => (prevented = true) });
    return prevented;
  };
  return { answers, isPrevented };
}

const foreign = [
  'https://evil.example/',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,x',
  'app://evil/',
];

/** Every way to another page is closed. */
export const noNavigation = tried('will-navigate, will-frame-navigate and will-redirect are denied', () => {
  const { isPrevented } = startPage();
  return [
    ...foreign.flatMap((url) => [
      ...unless(isPrevented('will-navigate', { url }), `navigates to ${url}`),
      ...unless(isPrevented('will-frame-navigate', { url, isMainFrame: true }), `navigates to ${url}`),
    ]),
    ...unless(isPrevented('will-frame-navigate', { url: `${origin}/`, isMainFrame: false }), 'has a frame'),
    ...unless(isPrevented('will-redirect', { url: `${origin}/` }), 'follows a redirect'),
  ];
});

/** No page opens a window, or holds another page. */
export const noNewWindows = tried('every window.open is denied', () => {
  const answer = startPage().answers['open']?.();
  return unless(JSON.stringify(answer) === '{"action":"deny"}', 'a page may open windows');
});

/** No page embeds a webview. */
export const noWebviews = tried('will-attach-webview is prevented', () =>
  unless(startPage().isPrevented('will-attach-webview', {}), 'a page may embed a webview'),
);

/** No permission is granted, asked for or found. */
export const noPermissions = tried('request, check and device handlers deny', () => {
  const { answers } = startPage();
  const { request, check, device } = answers;
  let isGranted = true;
  request?.({}, 'media', (granted: boolean) => (isGranted = granted));
  return [
    ...unless(!isGranted, 'a permission was granted'),
    ...unless(check?.({}, 'media') === false, 'a permission was found'),
    ...unless(device?.({}) === false, 'a device was granted'),
  ];
});

const hosts = new Set(['app.pixop.com', 'staging-app.pixop.com', 'docs.pixop.com', 'www.pixop.com']);

/** Whatever the page asks to be opened, it is a page of Pixop's. */
export const pixopPagesOnly = tried('any page, any id: https at one of four hosts', () => {
  const problems: string[] = [];
  const page = fc.oneof(
    fc
      .constantFrom('api-keys' as const, 'documentation' as const, 'support' as const)
      .map((name) => ({ page: name })),
    fc
      .tuple(fc.string(), fc.constantFrom(...environmentIds))
      .map(([videoId, environmentId]) => ({ page: 'video' as const, videoId, environmentId })),
  );
  for (const [one, environment] of fc.sample(fc.tuple(page, fc.constantFrom(...environmentIds)), 2_000)) {
    const address = pageAddress(one, environment);
    if (address === null) continue;
    const { protocol, host, username } = new URL(address);
    if (protocol !== 'https:' || !hosts.has(host) || username !== '') problems.push(`opens ${address}`);
  }
  return problems;
});
