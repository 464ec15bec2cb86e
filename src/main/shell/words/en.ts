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
    kept: 'Nothing is sent while Pixop Ingest is closed. The queue is kept, and sending resumes when you reopen the app.',
    keptPaused: 'Sending is paused. The queue is kept as it is until you reopen the app.',
    takenUp: 'What is on its way is kept, and taken up when you reopen the app. Nothing is sent twice.',
    pixopGoesOn: (videos: number) =>
      videos === 1
        ? 'Pixop continues with the video it already has.'
        : `Pixop continues with the ${count(videos)} videos it already has.`,
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
    allDone: 'Every import in the batch is done.',
  },
};

function count(value: number): string {
  return value.toLocaleString('en');
}

/** The shell's words; a language that misses one does not compile. */
export type ShellWords = typeof en;
