/** The settings dialog. */
export const settings = {
  title: 'Settings' as string,
  connection: 'Connection' as string,
  environment: 'Environment' as string,
  account: 'Account' as string,
  accountHelp:
    'Each account has its own key, sources and queue. The queues of all accounts go on, whichever is shown.' as string,
  noAccountYet: 'No account yet' as string,
  addAccount: 'Add account…' as string,
  addAccountTitle: 'Add an account' as string,
  addAccountIntro:
    'For another Pixop account, or the same one in another environment. What waits for other accounts goes on.' as string,
  checkAndAdd: 'Check and add' as string,
  removeAccount: 'Remove account…' as string,
  removeAccountTitle: (email: string, where: string): string => `Remove ${email} (${where})?`,
  removeAccountConfirm: 'Remove account' as string,
  removeAccountText:
    'This computer forgets the account’s key and how its buckets are read. Nothing changes in Pixop.' as string,
  removeAccountKept:
    'What it imported stays in the history of this computer, and is known again when the account is added again.' as string,
  key: 'API key' as string,
  keyStates: {
    absent: 'No key is stored for this account.',
    unchecked: 'A key is stored; Pixop has not been reached to check it.',
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
    'This computer forgets the key of this account. Nothing more is sent and no progress is shown until a key is entered again; the queue is kept, and copies that run in Pixop go on.' as string,
  checkAndSave: 'Check and save' as string,
  getKey: 'Get an API key' as string,

  appearance: 'Appearance' as string,
  theme: 'Theme' as string,
  themeSystem: 'As the system' as string,
  themeLight: 'Light' as string,
  themeDark: 'Dark' as string,
  language: 'Language' as string,
  languageSystem: 'As the system' as string,

  imports: 'Imports' as string,
  notifications: 'Notify when a batch is finished' as string,
  notificationsHelp:
    'One notification a batch: what arrived, what failed, and what needs your decision.' as string,
  reference: 'Add an import reference to descriptions' as string,
  referenceHelp:
    'Ends each video’s description with a short code, such as [import ref px1-…]. With it, an import that was interrupted is found in Pixop instead of being paid twice, and your team sees which files are imported already. It reveals neither bucket nor file name. Without it, interruptions need your decision.' as string,
  reserve: 'Leave for other programs' as string,
  reserveHelp:
    'Pixop allows a number of requests a minute for each key. What is left free here stays for others that use the same key.' as string,
  reserveNone: 'Nothing' as string,
  reserveOption: (percent: string): string => `${percent} of the rate limit`,

  previews: 'Previews' as string,
  previewLimit: 'Read for previews, at most' as string,
  previewHelp:
    'Pictures, facts and Quick Look read parts of your files from the bucket, which your storage provider may charge for. This is the most that is read of one source between two starts of the app; what was seen before is kept on this computer.' as string,
  previewOff: 'Nothing: no previews' as string,
  previewLimitOption: (size: string): string => `${size} of each source`,

  storage: 'What is kept where' as string,
  secrets: 'Keys and secrets' as string,
  secretsKeychain: 'In this system’s keychain; never in a file, never shown again.' as string,
  secretsMemory: 'In memory until the app is closed, since no keychain can be used.' as string,
  files: 'Queue, history and settings' as string,
  managedEnvironment: (label: string): string => `Your organisation allows accounts of ${label} only.`,
  managed: 'Managed by your organisation.' as string,
  managedEndpoints: (hosts: string): string =>
    `Your organisation allows this computer to reach only ${hosts}.`,
  updates: {
    channel: 'Updates' as string,
    channelHelp: 'Looked for and downloaded by itself; installed when you say so.' as string,
    channels: {
      off: 'Never look for updates',
      stable: 'Released versions',
      beta: 'Versions in testing, too',
    } as Readonly<Record<'off' | 'stable' | 'beta', string>>,
    unsupported: 'This build does not update itself.' as string,
    check: 'Look now' as string,
    notChecked: 'Not looked for yet.' as string,
    checking: 'Looking…' as string,
    newest: (when: string): string => `This is the newest version (${when}).`,
    downloading: (version: string, percent: string): string => `Downloading ${version}: ${percent}`,
    ready: (version: string): string => `Version ${version} is ready to be installed.`,
    failed: (why: string): string => `It could not be looked for or downloaded: ${why}`,
    install: 'Restart and install' as string,
    installLater: 'When everything is sent' as string,
  },
  about: 'About' as string,
  versionOf: (version: string): string => `Pixop Ingest ${version}`,
  licences: 'Open-source licences' as string,
  searchLicences: 'Search packages and licences' as string,
  licencesFound: (count: string): string => (count === '1' ? '1 package' : `${count} packages`),
  noTerms: 'The package comes without the text of its terms.' as string,
  saveDiagnostics: 'Save diagnostics…' as string,
  diagnosticsHelp:
    'Support may ask for them: versions, settings, counts and the end of the log, in one file that you can read. No key, no password and no file name is in it.' as string,
  diagnosticsSaved: 'Diagnostics saved' as string,
};
