/** The settings dialog. */
export const settings = {
  title: 'Settings' as string,
  connection: 'Connection' as string,
  environment: 'Environment' as string,
  account: 'Account' as string,
  accountHelp:
    'Each account has its own key, sources and queue. The queues of all accounts keep running, whichever is shown.' as string,
  noAccountYet: 'No account yet' as string,
  addAccount: 'Add account…' as string,
  addAccountTitle: 'Add an account' as string,
  addAccountIntro:
    'For another Pixop account, or the same one in another environment. The queues of your other accounts keep running.' as string,
  checkAndAdd: 'Check and add' as string,
  removeAccount: 'Remove account…' as string,
  removeAccountTitle: (email: string, where: string): string => `Remove ${email} (${where})?`,
  removeAccountConfirm: 'Remove account' as string,
  removeAccountText:
    'This computer forgets the account’s key and how to read its buckets. Nothing changes in Pixop.' as string,
  removeAccountKept:
    'What it imported stays in this computer’s history, and is recognised if you add the account again.' as string,
  key: 'API key' as string,
  keyStates: {
    absent: 'No key is stored for this account.',
    unchecked: 'A key is stored, but Pixop could not be reached to check it.',
    valid: 'Accepted by Pixop.',
    rejected: 'A key is stored, but Pixop does not accept it.',
  } as Readonly<Record<'absent' | 'unchecked' | 'valid' | 'rejected', string>>,
  keyBadges: {
    absent: 'No key',
    unchecked: 'Not checked',
    valid: 'Accepted',
    rejected: 'Rejected',
  } as Readonly<Record<'absent' | 'unchecked' | 'valid' | 'rejected', string>>,
  signedInAs: (email: string): string => `Signed in as ${email}.`,
  enterKey: 'Enter key' as string,
  replaceKey: 'Replace key' as string,
  removeKey: 'Remove key' as string,
  removeKeyTitle: 'Remove the API key?' as string,
  removeKeyText:
    'This computer forgets this account’s key. Nothing more is sent and no progress is shown until you enter a key again; the queue is kept, and copies running in Pixop continue.' as string,
  checkAndSave: 'Check and save' as string,
  getKey: 'Get an API key' as string,

  appearance: 'Appearance' as string,
  theme: 'Theme' as string,
  themeSystem: 'Match system' as string,
  themeLight: 'Light' as string,
  themeDark: 'Dark' as string,
  language: 'Language' as string,
  languageSystem: 'Match system' as string,

  imports: 'Imports' as string,
  notifications: 'Notify when a batch is finished' as string,
  notificationsHelp:
    'One notification per batch: what arrived, what failed, and what needs your decision.' as string,
  reference: 'Add an import reference to descriptions' as string,
  referenceHelp:
    'Ends each video’s description with a short code, such as [import ref px1-…]. With it, an interrupted import is found in Pixop instead of being paid for twice, and your team sees which files are already imported. It reveals neither the bucket nor the file name. Without it, interrupted imports need your decision.' as string,
  reserve: 'Reserve for other apps' as string,
  reserveHelp:
    'Pixop allows a number of requests per minute for each key. What you reserve here stays free for other apps that use the same key.' as string,
  reserveNone: 'None' as string,
  reserveOption: (percent: string): string => `${percent} of the rate limit`,

  previews: 'Previews' as string,
  previewLimit: 'Preview limit' as string,
  previewHelp:
    'Pictures, file details and Quick Look read parts of your files from the bucket, which your storage provider may charge for. This is the most that is read of each source until the app is restarted; what has been seen before is kept on this computer.' as string,
  previewOff: 'No previews' as string,
  previewLimitOption: (size: string): string => `${size} per source`,

  storage: 'Storage' as string,
  secrets: 'Keys and secrets' as string,
  secretsKeychain: 'In this system’s keychain; never in a file, never shown again.' as string,
  secretsMemory: 'In memory until the app is closed, since no keychain is available.' as string,
  files: 'Queue, history and settings' as string,
  managedEnvironment: (label: string): string => `Your organisation allows only ${label} accounts.`,
  managed: 'Managed by your organisation.' as string,
  managedEndpoints: (hosts: string): string =>
    `Your organisation allows this computer to reach only ${hosts}.`,
  updates: {
    channel: 'Updates' as string,
    channelHelp: 'Downloaded automatically; installed when you choose.' as string,
    channels: {
      off: 'Never check for updates',
      stable: 'Released versions',
      beta: 'Beta versions too',
    } as Readonly<Record<'off' | 'stable' | 'beta', string>>,
    unsupported: 'This build does not update itself.' as string,
    check: 'Check now' as string,
    notChecked: 'Not checked yet.' as string,
    checking: 'Checking…' as string,
    newest: (when: string): string => `You have the newest version (checked ${when}).`,
    downloading: (version: string, percent: string): string => `Downloading ${version}: ${percent}`,
    ready: (version: string): string => `Version ${version} is ready to install.`,
    failed: (why: string): string => `Could not check for or download updates: ${why}`,
    install: 'Restart and install' as string,
    installLater: 'When everything is sent' as string,
  },
  about: 'About' as string,
  versionOf: (version: string): string => `Pixop Ingest ${version}`,
  licences: 'Open-source licences' as string,
  searchLicences: 'Search packages and licences' as string,
  licencesFound: (count: string): string => (count === '1' ? '1 package' : `${count} packages`),
  noTerms: 'This package comes without its licence text.' as string,
  saveDiagnostics: 'Save diagnostics…' as string,
  diagnosticsHelp:
    'Support may ask for this file. It contains versions, settings, counts and the end of the log, and you can read it. It contains no keys, passwords or file names.' as string,
  diagnosticsSaved: 'Diagnostics saved' as string,
};
