/** What the shell around the window says, in English. */
export const en = {
  menu: {
    file: '&File',
    openList: 'Open List…',
    history: 'History',
    settings: 'Settings…',
    view: '&View',
    refresh: 'Refresh',
    palette: 'Command Palette…',
    queue: '&Queue',
    pause: 'Pause Sending',
    resume: 'Resume Sending',
    shortcuts: 'Keyboard Shortcuts',
  },
  quit: {
    title: (unsent: number) =>
      unsent === 1 ? '1 import is not sent yet' : `${count(unsent)} imports are not sent yet`,
    unsettled: (imports: number) =>
      imports === 1
        ? '1 import is being settled with Pixop'
        : `${count(imports)} imports are being settled with Pixop`,
    kept: 'Nothing is sent while Pixop Ingest is closed. The queue is kept, and goes on at the next start.',
    keptPaused: 'Sending is paused. The queue is kept, and waits as it is until the next start.',
    takenUp: 'What is on its way is kept, and taken up at the next start. None of it is sent a second time.',
    pixopGoesOn: (videos: number) =>
      videos === 1
        ? 'Pixop goes on with the video that it already has.'
        : `Pixop goes on with the ${count(videos)} videos that it already has.`,
    quit: 'Quit',
    keepRunning: 'Keep Running',
  },
  notice: {
    done: (imports: number, location: string) =>
      imports === 1
        ? `1 video from ${location} is in Pixop`
        : `${count(imports)} videos from ${location} are in Pixop`,
    none: (location: string) => `No video from ${location} arrived`,
    failed: (imports: number) => (imports === 1 ? '1 import failed.' : `${count(imports)} imports failed.`),
    toDecide: (imports: number) =>
      imports === 1 ? '1 import needs your decision.' : `${count(imports)} imports need your decision.`,
    allDone: 'Every import of the batch is done.',
  },
};

function count(value: number): string {
  return value.toLocaleString('en');
}

/** The shell's words; a language that misses one does not compile. */
export type ShellWords = typeof en;
