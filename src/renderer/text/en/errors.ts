import type { ErrorWords } from '../error-words.ts';
import { pixopErrors } from './errors-pixop.ts';
import { s3Errors } from './errors-s3.ts';

const localErrors = {
  'disk-full': {
    title: 'The disk is full',
    explanation: 'The queue must be on disk before anything is sent, and there is no room for it.',
    nextStep: 'Free some space on this computer’s disk; sending then goes on by itself.',
  },
  'disk-refused': {
    title: 'The app may not write to its folder',
    explanation: 'The queue and the settings are kept there, and the system refuses to write to it.',
    nextStep: 'Check the rights of the folder shown in Settings, then try again.',
  },
  storage: {
    title: 'The queue could not be written to disk',
    explanation:
      'Nothing is sent while that is so, since an import that is not on disk could be lost or doubled.',
    nextStep: 'Check the disk, then resume.',
  },
  'file-unreadable': {
    title: 'The file could not be read',
    explanation: 'The system gave no access to it, or it has been moved or deleted.',
    nextStep: 'Check that it opens in another program, then choose it again.',
  },
  'file-not-written': {
    title: 'The file could not be written',
    explanation: 'The folder is not there any more, may not be written to, or has no room.',
    nextStep: 'Choose another folder. The queue itself is safe.',
  },
  'list-too-large': {
    title: 'The file is too large for a list',
    explanation: 'Lists of up to 32 MB and 100,000 lines are read.',
    nextStep: 'Split it into several files and take one after the other.',
  },
  'endpoint-not-allowed': {
    title: 'Your organisation does not allow this address',
    explanation: 'This computer’s policy lists the services that may be reached, and this one is not on it.',
    nextStep: 'Use another input location, or ask your IT department to add the address.',
  },
  'object-changed': {
    title: 'The object was replaced after it was picked',
    explanation:
      'Its size or its content is another one now than when it was put into the queue. It was not sent.',
    nextStep: 'Import it again to send it as it is now, or remove it from the list.',
  },
  'object-gone': {
    title: 'The object is not in the bucket any more',
    explanation: 'It was moved or deleted after it was put into the queue. Nothing was sent.',
    nextStep: 'Put it back and import it again, or remove it from the list.',
  },
  'proxy-refused': {
    title: 'The proxy lets nothing through',
    explanation: 'This computer’s network goes through a proxy, and it refuses the way or wants a sign-in.',
    nextStep:
      'Ask your IT department to let this app pass without a sign-in. Nothing was sent, and nothing is lost.',
  },
  'proxy-kind': {
    title: 'This kind of proxy cannot be used',
    explanation: 'The system names a SOCKS proxy only; this app goes through HTTP and HTTPS proxies.',
    nextStep: 'Ask your IT department for an HTTP proxy, or for a direct way.',
  },
  'managed-setting': {
    title: 'Your organisation has decided this setting',
    explanation: 'It is part of this computer’s policy and cannot be changed here.',
    nextStep: 'Ask your IT department if it has to be another.',
  },
  'location-in-use': {
    title: 'Imports still need this input location',
    explanation: 'Pixop fetches their files with it, and not all of them have been copied yet.',
    nextStep: 'Wait until they are copied, or take them out of the queue; then remove the location.',
  },
  'saved-full': {
    title: 'No more of these can be kept',
    explanation: 'Up to 200 bookmarks, 200 selections and 100 presets are kept.',
    nextStep: 'Remove one that is not needed any more, then save again.',
  },
  'saved-gone': {
    title: 'This is not saved any more',
    explanation: 'It was removed before it was changed.',
    nextStep: 'Save it anew if you still need it.',
  },
  'other-account': {
    title: 'This key belongs to another account',
    explanation:
      'Imports of the account that is connected here are not finished. Another one could not look for them, and might import them twice.',
    nextStep: 'Add it as an account of its own, or wait until everything is done.',
  },
  'account-connected': {
    title: 'This account is connected already',
    explanation: 'It has sources and a queue of its own on this computer.',
    nextStep: 'Choose it among the accounts; its key can be replaced there.',
  },
  'account-in-use': {
    title: 'Imports of this account are not finished',
    explanation: 'Without its key they could be neither sent nor followed.',
    nextStep: 'Wait until they are done, or take them out of its queue; then remove the account.',
  },
  'preview-limit': {
    title: 'Preview limit reached',
    explanation: 'Previews have read as much of this source as they may until the app is started anew.',
    nextStep: 'Raise the limit in Settings to see more.',
  },
  'previews-off': {
    title: 'Previews are off',
    explanation: 'Nothing is read of files that are not known yet.',
    nextStep: 'Switch previews on in Settings.',
  },
  'keychain-unavailable': {
    title: 'The system’s keychain cannot be used',
    explanation:
      'Keys are kept in memory only and must be entered again after a restart. They are never written to a file.',
    nextStep: 'Unlock the keychain, or install one (GNOME Keyring or KWallet on Linux). Your queue is safe.',
  },
  offline: {
    title: 'No connection',
    explanation: 'This computer is offline.',
    nextStep: 'Check the connection, then try again.',
  },
  timeout: {
    title: 'No answer in time',
    explanation: 'The other side did not answer.',
    nextStep: 'Try again in a moment.',
  },
  cancelled: {
    title: 'Cancelled',
    explanation: 'It was stopped before it was finished.',
    nextStep: 'Start it again when you need it.',
  },
  refused: {
    title: 'The request was refused',
    explanation: 'The service gave a reason that this app has no words for; it is shown below as it is.',
    nextStep: 'If it stays, give support the reference below.',
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
