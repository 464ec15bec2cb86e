import { join, resolve } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { setFuses, wrongFuses } from './fuses.ts';

const root = resolve(import.meta.dirname, '..');

/** The program's name on Linux, where menus and scripts call it. */
const LINUX_PROGRAM = 'pixop-ingest';

/** What differs between packagings; everything else is the same for all. */
export interface PackageOptions {
  /** Where installers and unpacked apps go. Default `dist`. */
  readonly outDir?: string;
  /** Keeps the inspector, which the driver of end-to-end tests needs. Never for a release. */
  readonly isTestBuild?: boolean;
  /** A folder with Electron for this platform, instead of the one that is downloaded. */
  readonly electronDist?: string;
  /** Where updates are looked for: an https address. Without one the app has no updater. */
  readonly updateUrl?: string;
}

/**
 * How the app is packaged. Signing is decided by the environment, as electron-builder documents it: `CSC_LINK` and
 * `CSC_KEY_PASSWORD` (or `WIN_CSC_LINK` …), and `APPLE_API_KEY`, `APPLE_API_KEY_ID`, `APPLE_API_ISSUER` for Apple's
 * notary. Without them the installers are unsigned.
 */
export function packageConfig(options: PackageOptions = {}): Configuration {
  const { outDir = 'dist', isTestBuild = false, electronDist, updateUrl } = options;
  return {
    appId: 'com.pixop.ingest',
    productName: 'Pixop Ingest',
    copyright: 'Copyright © 2026 Pixop',
    directories: { output: resolve(root, outDir), buildResources: join(root, 'build') },
    // Nothing but the bundles, and the one module that cannot be bundled because it is native.
    files: ['out/**', '!out/**/*.map', 'package.json', '!node_modules/**/*.{md,d.ts,d.cts,d.mts,map}'],
    // Unpacked is what must be: a whole package beside the archive would escape the check of its integrity.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    electronLanguages: ['en-US', 'en-GB', 'da'],
    ...(electronDist === undefined ? {} : { electronDist }),
    publish:
      updateUrl === undefined
        ? null
        : [{ provider: 'generic', url: updateUrl, useMultipleRangeRequest: false }],
    mac: {
      category: 'public.app-category.video',
      target: [
        { target: 'dmg', arch: ['arm64', 'x64'] },
        { target: 'zip', arch: ['arm64', 'x64'] },
      ],
      icon: 'build/icon.png',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'build/entitlements.mac.plist',
      entitlementsInherit: 'build/entitlements.mac.plist',
      notarize: process.env['APPLE_API_KEY'] !== undefined,
      minimumSystemVersion: '12.0',
    },
    win: {
      target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
      icon: 'build/icon.png',
      verifyUpdateCodeSignature: true,
      // Named as the certificate names it: an update that anybody else has signed is refused.
      signtoolOptions: { publisherName: process.env['PIXOP_INGEST_PUBLISHER'] ?? 'Pixop' },
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    },
    linux: {
      target: [
        { target: 'AppImage', arch: ['x64'] },
        { target: 'deb', arch: ['x64'] },
      ],
      icon: 'build/icon.png',
      executableName: LINUX_PROGRAM,
      category: 'AudioVideo',
      maintainer: 'Pixop <support@pixop.com>',
      vendor: 'Pixop',
    },
    deb: {
      depends: ['libnss3', 'libgtk-3-0', 'libsecret-1-0', 'libxss1', 'libxtst6', 'libatspi2.0-0', 'libuuid1'],
    },
    afterPack: (context) => sealElectron(context, isTestBuild),
  };
}

/** Sets the fuses before the app is signed, and refuses to go on when they do not read back as they were set. */
async function sealElectron(context: AfterPackContext, isTestBuild: boolean): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context;
  const { productFilename } = packager.appInfo;
  const binary = {
    darwin: join(appOutDir, `${productFilename}.app`),
    mas: join(appOutDir, `${productFilename}.app`),
    win32: join(appOutDir, `${productFilename}.exe`),
    linux: join(appOutDir, LINUX_PROGRAM),
  }[electronPlatformName];
  if (binary === undefined) throw new Error(`No fuses are known for ${electronPlatformName}.`);
  await setFuses(binary, isTestBuild, electronPlatformName === 'darwin');
  const wrong = await wrongFuses(binary, isTestBuild);
  if (wrong.length > 0)
    throw new Error(`Fuses that did not read back as they were set: ${wrong.join(', ')}.`);
}
