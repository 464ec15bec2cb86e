/** The card of the first start. */
export const firstRun = {
  welcome: 'Connect once, then import in bulk' as string,
  step: (current: number, total: number): string => `Step ${current} of ${total}`,
  keyTitle: 'Your Pixop account' as string,
  keyIntro:
    'The app uses an API key from your Pixop account. It is checked with Pixop before it is stored.' as string,
  keyLabel: 'API key' as string,
  keyHelpKeychain: 'Kept in this system’s keychain.' as string,
  keyHelpMemory: 'Kept in memory only.' as string,
  keyEmpty: 'Paste or type your key.' as string,
  connect: 'Connect' as string,
  sourceTitle: 'Your videos' as string,
  connectedAs: (account: string): string => `Connected as ${account}`,
  team: 'Team' as string,
  otherKey: 'Use another key' as string,
  chooseIntro: 'Choose the input location to start with. Others can be set up later.' as string,
  chooseLabel: 'Input location' as string,
  createInstead: 'New input location' as string,
  createIntro:
    'Your team has no input location yet. It tells Pixop which bucket to fetch videos from; Pixop keeps these keys.' as string,
  chooseInstead: 'Choose an existing one' as string,
  next: 'Continue' as string,
  back: 'Back' as string,
  later: 'Set up later' as string,
  finish: 'Open the bucket' as string,
};
