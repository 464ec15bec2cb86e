import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The least that opens a window like the app's: sandboxed, with a preload, on a scheme of its own, one word on the page. */
const main = `
import { app, BrowserWindow, protocol } from 'electron';
import { join } from 'node:path';
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(async () => {
  const html = '<!doctype html><title>Empty</title><main>Ready</main>';
  protocol.handle('app', () => new Response(html, { headers: { 'content-type': 'text/html' } }));
  const preload = join(import.meta.dirname, 'preload.cjs');
  const webPreferences = { preload, contextIsolation: true, sandbox: true, nodeIntegration: false };
  const window = new BrowserWindow({ show: false, webPreferences });
  window.once('ready-to-show', () => window.show());
  await window.loadURL('app://pixop-ingest/index.html');
});
app.on('window-all-closed', () => app.quit());
`;

/** Writes an app that does nothing but open a window; what it takes to start is the host's share. Answers its main file. */
export async function writeEmptyApp(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'empty-app-'));
  await writeFile(join(directory, 'package.json'), '{"name":"empty","version":"0.0.0","type":"module"}');
  await writeFile(join(directory, 'preload.cjs'), '');
  await writeFile(join(directory, 'main.js'), main);
  return join(directory, 'main.js');
}
