import { describe, expect, it } from 'vitest';
import { justified, unjustified } from '../../harness/harden/electronegativity.ts';
import { parseFile } from '../../harness/harden/ast.ts';
import * as network from '../../harness/harden/rules-network.ts';
import * as shell from '../../harness/harden/rules-shell.ts';
import type { Rule } from '../../harness/harden/check.ts';

const locked =
  'contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, ' +
  'nodeIntegrationInWorker: false, webviewTag: false, webSecurity: true, navigateOnDragDrop: false';
const window = (preferences: string): string => `new BrowserWindow({ webPreferences: { ${preferences} } });`;

/** For each rule: code that keeps it, and codes that break it, each in one way. */
const tries: readonly (readonly [name: string, rule: Rule, kept: string, broken: readonly string[]])[] = [
  [
    'one locked window',
    shell.oneLockedWindow,
    window(locked),
    [
      window(locked.replace('sandbox: true', 'sandbox: false')),
      window(locked.replace('nodeIntegration: false', 'nodeIntegration: true')),
      window(locked.replace('webSecurity: true, ', '')),
      window(locked.replace('contextIsolation: true', 'contextIsolation: isIsolated')),
      window(`${locked}, ...others`),
      window(`${locked}, allowRunningInsecureContent: true`),
      `${window(locked)} ${window(locked)}`,
      'new BrowserWindow(options);',
      `${window(locked)} new electron.WebContentsView();`,
    ],
  ],
  [
    'the sandbox first',
    shell.sandboxFirst,
    'app.enableSandbox(); registerAppScheme(); if (claim()) app.whenReady().then(start);',
    [
      'registerAppScheme(); app.enableSandbox();',
      'app.whenReady().then(start); app.enableSandbox();',
      'function later() { app.enableSandbox(); } registerAppScheme();',
    ],
  ],
  [
    'no DevTools',
    shell.noDevTools,
    'installMenu(words, run, !app.isPackaged); open({ devTools: !app.isPackaged });',
    ['window.webContents.openDevTools();', 'open({ devTools: true });', 'installMenu(words, run, true);'],
  ],
  [
    'one scheme',
    shell.oneScheme,
    'protocol.registerSchemesAsPrivileged([{ privileges: { standard: true, secure: true } }]);',
    [
      'protocol.registerSchemesAsPrivileged([{ privileges: { standard: true } }]);',
      'protocol.registerSchemesAsPrivileged([{ privileges: { standard: true, secure: true, bypassCSP: true } }]);',
      'protocol.registerSchemesAsPrivileged([{ privileges: { standard: !0, secure: !0, corsEnabled: !0 } }]);',
    ],
  ],
  [
    'one openExternal',
    shell.oneOpenExternal,
    'await shell.openExternal(address);',
    [
      'shell.openExternal(a); electron.shell.openExternal(b);',
      'shell.openExternal(a); shell.openPath(b);',
      '',
    ],
  ],
  [
    'the lock first',
    shell.lockFirst,
    'if (claimSingleInstance(get)) { app.whenReady().then(start); } async function start() { await createServices(); }',
    [
      'claimSingleInstance(get); app.whenReady().then(start); async function start() {}',
      'app.whenReady().then(start); if (claimSingleInstance(get)) { go(); }',
      'if (claimSingleInstance(get)) { app.whenReady().then(start); } const s = await createServices();',
    ],
  ],
  [
    'certificates',
    network.certificatesChecked,
    'tls.connect({ rejectUnauthorized: true });',
    [
      'tls.connect({ rejectUnauthorized: false });',
      'new HttpsAgent({ rejectUnauthorized: !1 });',
      'tls.connect({ checkServerIdentity: () => undefined });',
      'session.setCertificateVerifyProc((request, answer) => answer(0));',
      "app.on('certificate-error', accept);",
      "app.commandLine.appendSwitch('ignore-certificate-errors');",
    ],
  ],
  [
    'TLS',
    network.tlsSaid,
    "tls.connect({ minVersion: 'TLSv1.2', rejectUnauthorized: true });",
    [
      "tls.connect({ minVersion: 'TLSv1.1', rejectUnauthorized: true });",
      "new HttpsAgent({ minVersion: 'TLSv1.2' });",
      'tls.connect({});',
      '',
    ],
  ],
  [
    'S3',
    network.explicitS3,
    'new S3Client({ ignoreConfiguredEndpointUrls: true, credentials }); fromIni({ clientConfig });',
    [
      'new S3Client({ credentials }); fromIni({ clientConfig });',
      'new S3Client({ ignoreConfiguredEndpointUrls: true }); fromIni({ clientConfig });',
      'new S3Client({ ignoreConfiguredEndpointUrls: true, credentials }); fromNodeProviderChain({});',
    ],
  ],
  [
    'no fetch',
    network.noFetch,
    'function list(fetch) { return fetch(page); } cache.fetch(key);',
    ['fetch(url);', 'new WebSocket(url);', "import { net } from 'electron';", 'navigator.sendBeacon(url);'],
  ],
  [
    'no eval',
    network.noEval,
    'new Function(""); Function("return this")(); model.eval(x);',
    ['eval(text);', 'new Function("a", text);', 'Function(text)();'],
  ],
  [
    'no markup',
    network.noMarkup,
    'element.textContent = text;',
    ['element.innerHTML = text;', "element.insertAdjacentHTML('beforeend', text);", 'document.write(text);'],
  ],
  [
    'no raw IPC',
    network.noRawIpc,
    'serve(ipcMain, handlers, options);',
    ["ipcMain.handle('x', run);", "electron.ipcMain.on('x', run);", "ipcRenderer.invoke('x');"],
  ],
];

describe.each(tries)('the rule of %s', (_name, rule, kept, broken) => {
  // The name that the rules know the beginning by.
  const judge = (code: string): readonly string[] => rule([parseFile('src/main/index.ts', code)]);

  it('is kept by code that keeps it', () => {
    expect(judge(kept)).toEqual([]);
  });
  it.each(broken)('is broken by “%s”', (code) => {
    expect(judge(code)).not.toEqual([]);
  });
});

describe('electronegativity', () => {
  const report = (...ruleIds: readonly string[]) => ({
    runs: [
      {
        results: ruleIds.map((ruleId) => ({
          ruleId,
          locations: [{ physicalLocation: { artifactLocation: { uri: 'out/main/index.js' } } }],
        })),
      },
    ],
  });

  it('may find what is justified, nothing else, and nothing may be justified for ever', () => {
    const known = Object.keys(justified);
    expect(unjustified(report(...known))).toEqual([]);
    expect(unjustified(report(...known, 'NODE_INTEGRATION_JS_CHECK'))).toEqual([
      'NODE_INTEGRATION_JS_CHECK in out/main/index.js',
    ]);
    expect(unjustified(report(...known.slice(1)))).toEqual([
      `${known[0] ?? ''} is justified, but not found any more`,
    ]);
  });
});
