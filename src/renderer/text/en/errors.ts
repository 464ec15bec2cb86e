import type { ErrorWords } from '../error-words.ts';
import { pixopErrors } from './errors-pixop.ts';
import { s3Errors } from './errors-s3.ts';

const localErrors = {
  'disk-full': {
    title: 'The disk is full',
    explanation: 'The queue must be saved to disk before anything is sent, and there is no room for it.',
    nextStep: 'Free some space on this computer’s disk; sending then resumes automatically.',
  },
  'disk-refused': {
    title: 'The app cannot write to its folder',
    explanation: 'The queue and the settings are kept there, and the system denies access.',
    nextStep: 'Check the permissions of the folder shown in Settings, then try again.',
  },
  storage: {
    title: 'The queue could not be written to disk',
    explanation:
      'Nothing is sent until it can be, since an import that is not on disk could be lost or made twice.',
    nextStep: 'Check the disk, then press Resume.',
  },
  'file-unreadable': {
    title: 'The file could not be read',
    explanation: 'The system denied access to it, or it was moved or deleted.',
    nextStep: 'Check that it opens in another app, then choose it again.',
  },
  'file-not-written': {
    title: 'The file could not be written',
    explanation: 'The folder no longer exists, cannot be written to, or has no space left.',
    nextStep: 'Choose another folder. The queue itself is safe.',
  },
  'list-too-large': {
    title: 'The file is too large for a list',
    explanation: 'A list can have up to 32 MB and 100,000 lines.',
    nextStep: 'Split it into several files and import them one by one.',
  },
  'endpoint-not-allowed': {
    title: 'Your organisation does not allow this address',
    explanation:
      'This computer’s policy lists the services that may be reached, and this one is not among them.',
    nextStep: 'Use another input location, or ask your IT department to add the address.',
  },
  'object-changed': {
    title: 'The file was replaced after it was selected',
    explanation: 'Its size or content has changed since it was queued. It was not sent.',
    nextStep: 'Import it again to send the current version, or remove it from the list.',
  },
  'object-gone': {
    title: 'The file is no longer in the bucket',
    explanation: 'It was moved or deleted after it was queued. Nothing was sent.',
    nextStep: 'Put it back and import it again, or remove it from the list.',
  },
  'proxy-refused': {
    title: 'The proxy blocks the connection',
    explanation: 'This computer connects through a proxy that refuses the connection or requires a sign-in.',
    nextStep:
      'Ask your IT department to let this app through without a sign-in. Nothing was sent, and nothing is lost.',
  },
  'proxy-kind': {
    title: 'This kind of proxy is not supported',
    explanation: 'The system is set up with a SOCKS proxy only; this app supports HTTP and HTTPS proxies.',
    nextStep: 'Ask your IT department for an HTTP proxy or a direct connection.',
  },
  'managed-setting': {
    title: 'Your organisation manages this setting',
    explanation: 'It is set by this computer’s policy and cannot be changed here.',
    nextStep: 'Ask your IT department if you need another value.',
  },
  'location-in-use': {
    title: 'Imports still need this input location',
    explanation: 'Pixop fetches their files with it, and not all of them have been copied yet.',
    nextStep: 'Wait until they are copied, or remove them from the queue; then remove the location.',
  },
  'saved-full': {
    title: 'No more of these can be saved',
    explanation: 'You can save up to 200 favourites, 200 selections and 100 presets.',
    nextStep: 'Remove one that you no longer need, then save again.',
  },
  'saved-gone': {
    title: 'This is no longer saved',
    explanation: 'It was removed before the change was saved.',
    nextStep: 'Save it again if you still need it.',
  },
  'other-account': {
    title: 'This key belongs to another account',
    explanation:
      'Imports of the account connected here are not finished. Another account could not find them in Pixop, and might import them twice.',
    nextStep: 'Add it as an account of its own, or wait until everything is done.',
  },
  'account-connected': {
    title: 'This account is already connected',
    explanation: 'It has its own sources and queue on this computer.',
    nextStep: 'Choose it in the list of accounts; you can replace its key there.',
  },
  'account-in-use': {
    title: 'Imports of this account are not finished',
    explanation: 'Without its key, they could be neither sent nor followed.',
    nextStep: 'Wait until they are done, or remove them from its queue; then remove the account.',
  },
  'preview-limit': {
    title: 'Preview limit reached',
    explanation: 'Previews have read as much of this source as the limit allows until the app is restarted.',
    nextStep: 'Raise the limit in Settings to see more.',
  },
  'previews-off': {
    title: 'Previews are off',
    explanation: 'Files that have not been previewed before are not read.',
    nextStep: 'Turn on previews in Settings.',
  },
  'keychain-unavailable': {
    title: 'The system’s keychain cannot be used',
    explanation:
      'Keys are kept only in memory and must be entered again after a restart. They are never written to a file.',
    nextStep: 'Unlock the keychain, or install one (GNOME Keyring or KWallet on Linux). Your queue is safe.',
  },
  offline: {
    title: 'No connection',
    explanation: 'This computer is offline.',
    nextStep: 'Check the connection, then try again.',
  },
  timeout: {
    title: 'No answer in time',
    explanation: 'The server did not answer.',
    nextStep: 'Try again in a moment.',
  },
  cancelled: {
    title: 'Cancelled',
    explanation: 'It was stopped before it finished.',
    nextStep: 'Start it again if you need it.',
  },
  refused: {
    title: 'The request was refused',
    explanation: 'The service gave a reason this app does not recognise; it is shown below.',
    nextStep: 'If it persists, give support the reference below.',
  },
  internal: {
    title: 'Something went wrong in the app',
    explanation: 'This should not happen. Your queue is on disk and safe.',
    nextStep: 'Try again. If it happens again, contact support with the text below.',
  },
} satisfies Readonly<Record<string, ErrorWords>>;

/** The names of all errors that have words. */
export type ErrorSituation = keyof typeof localErrors | keyof typeof s3Errors | keyof typeof pixopErrors;

const situations: Readonly<Record<ErrorSituation, ErrorWords>> = {
  ...localErrors,
  ...s3Errors,
  ...pixopErrors,
};

/** Every error in words; `describe-error.ts` decides which of them an error is. */
export const errors = {
  situations,
  actions: {
    retry: 'Try again' as string,
    'edit-key': 'Enter a key' as string,
    'edit-credentials': 'Change credentials' as string,
    'replace-location-keys': 'Replace Pixop’s keys…' as string,
    'open-settings': 'Open settings' as string,
    'open-support': 'Contact support' as string,
  },
  copyCommand: 'Copy command' as string,
  copyReference: 'Copy reference' as string,
  requestId: (id: string): string => `Request ${id}`,
};
