import type * as Electron from 'electron';
import { EventEmitter } from 'node:events';
import { wellKnownPaths, type AppManifest } from './app-paths.ts';
import { takeInstanceLock, type InstanceLock } from './instance-lock.ts';
import { preventable } from './preventable.ts';

/** What the app's stand-in needs of the rest of the host. */
export interface AppHost {
  /** Closes every window as a quit does; answers false when one of them refused. */
  readonly closeWindows: () => boolean;
  readonly destroyWindows: () => void;
  /** Ends Chromium and the process. */
  readonly end: (code: number) => void;
}

type Stood = Pick<
  Electron.App,
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setName'
  | 'setPath'
  | 'whenReady'
>;

/** `electron.app`: life cycle, paths and the instance lock. */
export class HostApp extends EventEmitter implements Stood {
  readonly isPackaged = false;
  name: string;
  private readonly manifest: AppManifest;
  private readonly paths: Map<string, string>;
  private readonly host: AppHost;
  private readonly ready: Promise<void>;
  private readyNow = false;
  private ending = false;
  private lock: InstanceLock | null = null;

  constructor(manifest: AppManifest, host: AppHost) {
    super();
    this.manifest = manifest;
    this.name = manifest.name;
    this.paths = wellKnownPaths(manifest.name, process.argv);
    this.host = host;
    // Not before the app's own first turn is over, so that what must run before ready does.
    this.ready = new Promise((resolve) => {
      setImmediate(() => {
        this.readyNow = true;
        resolve();
        this.emit('ready', preventable(), {});
      });
    });
    // Electron quits in order on these, too.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.quit());
  }

  whenReady(): Promise<void> {
    return this.ready;
  }
  isReady(): boolean {
    return this.readyNow;
  }
  getVersion(): string {
    return this.manifest.version;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getAppPath(): string {
    return this.manifest.directory;
  }
  getLocale(): string {
    return 'en-GB';
  }
  getSystemLocale(): string {
    return 'en-GB';
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-GB'];
  }
  getPath(name: string): string {
    const path = this.paths.get(name);
    if (path === undefined) throw new Error(`The Chromium host knows no path called ${name}.`);
    return path;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  /** The preload and the page run in Chromium's renderer process in any case. */
  enableSandbox(): void {
    if (this.readyNow) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  /** Means something on Windows' taskbar only. */
  setAppUserModelId(_id: string): void {}

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const start = {
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    };
    this.lock ??= takeInstanceLock(this.getPath('userData'), start, (second) => {
      this.emit(
        'second-instance',
        preventable(),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      );
    });
    return this.lock.held();
  }
  hasSingleInstanceLock(): boolean {
    return this.lock?.held() ?? false;
  }
  releaseSingleInstanceLock(): void {
    this.lock?.release();
    this.lock = null;
  }

  quit(): void {
    if (this.ending || this.refused('before-quit') || !this.host.closeWindows() || this.refused('will-quit'))
      return;
    this.finish(0);
  }
  exit(code = 0): void {
    if (this.ending) return;
    this.host.destroyWindows();
    this.finish(code);
  }
  /** Told by the windows; without a listener the app ends, as in Electron. */
  allWindowsClosed(): void {
    if (!this.emit('window-all-closed')) this.quit();
  }

  private refused(name: 'before-quit' | 'will-quit'): boolean {
    const event = preventable();
    this.emit(name, event);
    return event.defaultPrevented;
  }
  private finish(code: number): void {
    if (this.ending) return;
    this.ending = true;
    this.emit('quit', preventable(), code);
    this.releaseSingleInstanceLock();
    this.host.end(code);
  }
}
