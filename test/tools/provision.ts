import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Something of the system that a command of this project needs, and the Debian packages that bring it. */
export interface Need {
  readonly what: string;
  readonly isThere: () => boolean;
  readonly debianPackages: readonly string[];
}

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Browsers that can stand behind the Chromium host, the first found is used. */
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium, or undefined; `PIXOP_INGEST_CHROMIUM` names one that is elsewhere. */
export const findChromium = (): string | undefined =>
  [process.env['PIXOP_INGEST_CHROMIUM'] ?? '', ...browsers].find((path) => path !== '' && existsSync(path));

/** A browser for the end-to-end specs and the demo. */
export const chromium: Need = {
  what: 'Chromium',
  isThere: () => findChromium() !== undefined,
  debianPackages: ['chromium'],
};

/** A Secret Service for the keychain tests on Linux; the other systems bring their keychain with them. */
export const secretService: Need = {
  what: 'gnome-keyring and dbus',
  isThere: () =>
    process.platform !== 'linux' || (onPath('gnome-keyring-daemon') && onPath('dbus-run-session')),
  debianPackages: ['gnome-keyring', 'dbus', 'dbus-daemon'],
};

/** A Ceph with its S3 gateway, which only `npm run test:ceph` asks for. */
export const cephGateway: Need = {
  what: 'Ceph with its S3 gateway',
  isThere: () => ['ceph-mon', 'ceph-mgr', 'ceph-osd', 'radosgw', 'ceph', 'setpriv'].every(onPath),
  debianPackages: ['ceph-mon', 'ceph-mgr', 'ceph-osd', 'radosgw', 'util-linux'],
};

/** Makes sure that the needs are there: installs what is missing as root on Debian, else says in one sentence what to install. */
export function provision(needs: readonly Need[]): void {
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.debianPackages);
  const names = missing.map((need) => need.what).join(' and ');
  if (!isDebian() || process.getuid?.() !== 0) {
    const how = isDebian() ? `: sudo apt-get install ${packages.join(' ')}` : '';
    throw new Error(`Please install ${names}${how}.`);
  }
  console.log(`Installing ${names} …`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const still = missing.filter((need) => !need.isThere());
  if (still.length > 0)
    throw new Error(`${still.map((need) => need.what).join(' and ')} could not be installed.`);
}

const isDebian = (): boolean =>
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));

function apt(args: readonly string[]): void {
  const { status, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`apt-get ${args[0] ?? ''} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`);
}
