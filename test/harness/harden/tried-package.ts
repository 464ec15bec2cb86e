import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fusesOf } from '../../../build/fuses.ts';
import { packageConfig } from '../../../build/package-config.ts';
import { tried, unless } from './check.ts';

/** What of the package files is looked at. */
interface Locked {
  readonly version?: string;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
}

const json = (root: string, name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));

/** The oldest Electron without the holes that this app would be open to. */
const FLOOR_MAJOR = 42;

/** A supported Electron, the very one that was tested. */
export const electronFloor = tried('Electron is pinned, and 42 or newer', ({ root }) => {
  const wanted: string = json(root, 'package.json').devDependencies.electron;
  const locked: string = json(root, 'package-lock.json').packages['node_modules/electron'].version;
  return [
    ...unless(Number(locked.split('.')[0]) >= FLOOR_MAJOR, `Electron ${locked} is too old`),
    ...unless(wanted === locked, `package.json asks for ${wanted}`),
  ];
});

/** Fuses of a release; a build for end-to-end tests differs in the inspector alone. */
export const releaseFuses = tried('fuses of a release', () => {
  const { 0: node, 1: cookies, 2: options, 3: inspect, 4: integrity, 5: asar, 7: file } = fusesOf(false);
  return [
    ...unless(!node, 'the app runs as Node'),
    ...unless(!options, 'NODE_OPTIONS is obeyed'),
    ...unless(!inspect, 'the inspector opens'),
    ...unless(!file, 'file: has privileges'),
    ...unless(
      asar && integrity && cookies,
      'the archive is not held to its hash, or cookies are in the clear',
    ),
  ];
});

/** See {@link releaseFuses}. */
export const testFuses = tried('a test build differs in the inspector alone', () => {
  const release = Object.entries(fusesOf(false));
  const test: Readonly<Record<string, boolean>> = fusesOf(true);
  const different = release.filter(([fuse, isOn]) => test[fuse] !== isOn).map(([fuse]) => fuse);
  return unless(different.join() === '3', `differs in ${different.join()}`);
});

/** The archive is there to be checked. */
export const archived = tried('the app is packed into an archive whose hash is embedded', () => {
  const { asar } = packageConfig();
  return unless(asar !== false && asar !== null && fusesOf(false)[4], 'there is no archive');
});

/** Nothing beside the archive but what the system must load from a file. */
export const unpackedNative = tried('only *.node is outside the archive', () => {
  const { asar, asarUnpack } = packageConfig();
  const isSmart = typeof asar !== 'object' || asar === null || asar.smartUnpack !== false;
  return [
    ...unless(JSON.stringify(asarUnpack) === '["**/*.node"]', `unpacks ${JSON.stringify(asarUnpack)}`),
    ...unless(!isSmart, 'unpacks whole packages'),
  ];
});

/** An update is what its signature says; without an updater there is nothing to hold to it. */
export const updatesVerified = tried('updates are verified, or there is no updater', ({ root, source }) => {
  const { win } = packageConfig({ updateUrl: 'https://updates.example/' });
  const { dependencies = {}, devDependencies = {} } = json(root, 'package.json');
  const hasUpdater = 'electron-updater' in { ...dependencies, ...devDependencies };
  const own = source.filter(({ code }) => code.includes('verifyUpdateCodeSignature'));
  return [
    ...unless(win?.verifyUpdateCodeSignature !== false, 'signatures of updates are not checked'),
    ...unless(!hasUpdater || win?.signtoolOptions?.publisherName !== undefined, 'no publisher is named'),
    ...own.map(({ path }) => `${path} has a check of its own`),
  ];
});

/** Rights that the hardened runtime would lose its meaning with. */
const dangerous =
  /disable-library-validation|allow-unsigned-executable-memory|allow-dyld|get-task-allow|debugger/;

/** macOS holds the running app to what was signed. */
export const hardenedRuntime = tried('hardened runtime with one entitlement', ({ root }) => {
  const { mac } = packageConfig();
  const plist = readFileSync(join(root, 'build/entitlements.mac.plist'), 'utf8');
  const keys = [...plist.matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key ?? '');
  return [
    ...unless(mac?.hardenedRuntime === true, 'the runtime is not hardened'),
    ...unless(mac?.entitlements === mac?.entitlementsInherit, 'helpers have other rights'),
    ...keys.filter((key) => dangerous.test(key)).map((key) => `has the right ${key}`),
  ];
});

/** What is installed is what was reviewed, and none of it runs while it is installed unless it is named. */
export const lockedDown = tried(
  'every package has its hash; install scripts are named and off',
  ({ root }) => {
    const packages: Readonly<Record<string, Locked>> = json(root, 'package-lock.json').packages;
    const allowed: Readonly<Record<string, boolean>> = json(root, 'package.json').allowScripts ?? {};
    return Object.entries(packages)
      .filter(([path]) => path !== '')
      .flatMap(([path, { integrity, hasInstallScript, link, inBundle }]) => {
        const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
        return [
          ...unless(integrity !== undefined || link === true || inBundle === true, `${path} has no hash`),
          ...unless(
            hasInstallScript !== true || allowed[name] === false,
            `${path} runs a script when installed`,
          ),
        ];
      });
  },
);
