import { powerMonitor, powerSaveBlocker } from 'electron';

/** Tells when the machine sleeps and wakes, since nothing that was believed before is true after. */
export function watchSleep(onSleep: () => void, onWake: () => void): void {
  powerMonitor.on('suspend', onSleep);
  powerMonitor.on('resume', onWake);
}

/** Keeps the machine awake while imports wait to be sent, and not a moment longer. */
export function createSleepBlocker(): (isNeeded: boolean) => void {
  let id: number | null = null;
  return (isNeeded) => {
    if (isNeeded && id === null) id = powerSaveBlocker.start('prevent-app-suspension');
    else if (!isNeeded && id !== null) {
      powerSaveBlocker.stop(id);
      id = null;
    }
  };
}
