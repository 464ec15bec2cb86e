import type { UpdaterPort } from '../updates/updater-port.ts';

/** Makes the updater of a packaged build; its library is loaded when it first looks. */
export function createUpdater(onProblem: (message: string) => void): UpdaterPort {
  const loaded = async () => {
    const { autoUpdater } = (await import('electron-updater')).default;
    autoUpdater.autoDownload = false;
    // Installing is the operator's decision, also at the end of a day.
    autoUpdater.autoInstallOnAppQuit = false;
    autoUpdater.logger = { info: () => undefined, warn: onProblem, error: onProblem };
    return autoUpdater;
  };
  let loading: ReturnType<typeof loaded> | undefined;
  const updater = () => (loading ??= loaded());
  return {
    async check(channel) {
      const auto = await updater();
      auto.channel = channel === 'beta' ? 'beta' : 'latest';
      auto.allowPrerelease = channel === 'beta';
      // Naming a channel allows an older version as well, by which a known fault could be brought back.
      auto.allowDowngrade = false;
      const found = await auto.checkForUpdates();
      return found?.isUpdateAvailable === true ? found.updateInfo.version : null;
    },
    async download(onPercent) {
      const auto = await updater();
      const told = ({ percent }: { readonly percent: number }): void => onPercent(percent);
      auto.on('download-progress', told);
      try {
        await auto.downloadUpdate();
      } finally {
        auto.off('download-progress', told);
      }
    },
    installAndRestart() {
      void updater().then((auto) => auto.quitAndInstall(false, true));
    },
  };
}
