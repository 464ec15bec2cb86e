import { inBoth, inSource, type Item } from './check.ts';
import * as network from './rules-network.ts';
import * as shell from './rules-shell.ts';
import * as calls from './tried-calls.ts';
import * as files from './tried-files.ts';
import * as packaged from './tried-package.ts';
import * as page from './tried-page.ts';

const item = (number: number, title: string, checks: Item['checks']): Item => ({ number, title, checks });

/** What the app is held to, line by line. Whether a real Electron obeys is what the end-to-end specs are for. */
export const checklist: readonly Item[] = [
  item(1, 'Electron is a supported one', [packaged.electronFloor]),
  item(
    2,
    'One window: isolated, sandboxed, without Node',
    inBoth('its preferences are constants', shell.oneLockedWindow),
  ),
  item(3, 'The sandbox is switched on first', inBoth('app.enableSandbox() comes first', shell.sandboxFirst)),
  item(4, 'No DevTools in a release', inBoth('no window or menu has them', shell.noDevTools)),
  item(5, 'A strict content security policy', [page.contentPolicy]),
  item(6, 'app:// serves the build and nothing else', [page.buildFilesOnly]),
  item(7, 'The scheme is standard and secure, no more', inBoth('its privileges', shell.oneScheme)),
  item(8, 'Navigation is denied', [page.noNavigation]),
  item(9, 'New windows are denied', [page.noNewWindows]),
  item(10, 'Webviews are prevented', [page.noWebviews]),
  item(11, 'Permissions and devices are denied', [page.noPermissions]),
  item(12, 'The browser is opened at one place, for Pixop’s pages', [
    page.pixopPagesOnly,
    ...inBoth('one call of openExternal', shell.oneOpenExternal),
  ]),
  item(13, 'Every call checks its sender', [calls.sendersChecked]),
  item(14, 'Every call has a strict schema and a cap', [calls.inputsChecked]),
  item(15, 'The preload gives two functions', [calls.preloadSnapshot]),
  item(16, 'Secrets are written only', [calls.writeOnlySecrets]),
  item(
    17,
    'No raw ipcMain or ipcRenderer',
    inBoth('the registry and the bridge alone use them', network.noRawIpc),
  ),
  item(18, 'Fuses', [packaged.releaseFuses]),
  item(19, 'Fuses of a test build', [packaged.testFuses]),
  item(20, 'The archive’s integrity', [packaged.archived]),
  item(21, 'What is outside the archive', [packaged.unpackedNative]),
  item(22, 'Updates', [packaged.updatesVerified]),
  item(23, 'Hardened runtime, few entitlements', [packaged.hardenedRuntime]),
  item(24, 'The instance lock comes before the journal', [inSource('start() waits for it', shell.lockFirst)]),
  item(25, 'Certificates are always checked', [
    ...inBoth('nothing switches it off', network.certificatesChecked),
    inSource('every connection says so', network.tlsSaid),
    files.scrubbedEnvironment,
  ]),
  item(26, 'The system’s authorities are trusted', [files.systemAuthorities]),
  item(27, 'S3 with explicit credentials and endpoints', [
    inSource('every use of the SDK', network.explicitS3),
  ]),
  item(
    28,
    'No redirect is followed with a key',
    inBoth('nothing that follows them is used', network.noFetch),
  ),
  item(29, 'Imports never go through Electron’s net', inBoth('it is not imported', network.noFetch)),
  item(30, 'One log, without secrets', [files.redactedLog]),
  item(31, 'Files are the user’s own', [files.privateFiles]),
  item(32, 'No text becomes code or markup; a lockfile; no install scripts', [
    ...inBoth('no eval', network.noEval),
    inSource('no markup of text', network.noMarkup),
    packaged.lockedDown,
  ]),
];
