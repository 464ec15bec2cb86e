import type { ErrorWords } from '../error-words.ts';

/** Errors that Pixop answers. */
export const pixopErrors = {
  'key-missing': {
    title: 'No API key',
    explanation: 'The request to Pixop had no API key.',
    nextStep: 'Enter the API key of your Pixop account.',
  },
  'key-rejected': {
    title: 'Pixop did not accept this key',
    explanation:
      'It may be mistyped, deleted, or belong to another environment. Keys that are not used for 90 days may be deleted.',
    nextStep: 'Create a new key in the Pixop web app under API keys, then enter it here.',
  },
  'account-locked': {
    title: 'The Pixop account is locked',
    explanation: 'Pixop accepts no requests from this account until it is unlocked.',
    nextStep: 'Ask your Pixop administrator or Pixop support to unlock it.',
  },
  'account-disabled': {
    title: 'The Pixop account is disabled',
    explanation: 'Pixop accepts no requests from a disabled account.',
    nextStep: 'Ask your Pixop administrator or Pixop support to enable it.',
  },
  'account-expired': {
    title: 'The Pixop account has expired',
    explanation: 'Pixop accepts no requests from an expired account.',
    nextStep: 'Ask Pixop support to renew it.',
  },
  'access-denied': {
    title: 'Pixop does not allow this',
    explanation: 'The account this key belongs to does not have permission to do this.',
    nextStep: 'Ask your Pixop team’s administrator for permission, or use another account’s key.',
  },
  'team-without-api': {
    title: 'The team may not use the API',
    explanation: 'API access is not enabled for this Pixop team.',
    nextStep: 'Ask Pixop support to enable API access for the team, or choose another team.',
  },
  'team-not-found': {
    title: 'The team was not found',
    explanation: 'It was removed, or the account is no longer a member of it.',
    nextStep: 'Choose another team.',
  },
  balance: {
    title: 'The balance does not cover this',
    explanation: 'The projected cost is more than what is left on the Pixop account.',
    nextStep: 'Top up the balance in the Pixop web app, then press Resume.',
  },
  'pixop-bucket-not-found': {
    title: 'Pixop cannot find the bucket',
    explanation: 'The input location names a bucket that does not exist, or that its keys cannot see.',
    nextStep: 'Check the bucket name and the keys of the input location in Pixop.',
  },
  'pixop-object-not-found': {
    title: 'The file is no longer in the bucket',
    explanation: 'It was deleted, moved or renamed after it was chosen.',
    nextStep: 'Refresh the folder and choose it again.',
  },
  'pixop-bucket-unreadable': {
    title: 'Pixop cannot reach the bucket',
    explanation: 'The keys of the input location were refused, or the bucket did not answer.',
    nextStep: 'Check that the input location’s keys are allowed to list and read this bucket.',
  },
  'pixop-object-unreadable': {
    title: 'Pixop cannot read the file',
    explanation: 'The keys of the input location were refused for this file, or it is archived.',
    nextStep: 'Give the input location’s keys s3:GetObject on the file, or restore it from the archive.',
  },
  'content-type': {
    title: 'Pixop does not accept this type of file',
    explanation: 'The file is not a video that Pixop recognises, or its content type in S3 is wrong.',
    nextStep: 'Check that it is a video, and correct its Content-Type in S3.',
  },
  checksum: {
    title: 'The copy differs from the original',
    explanation: 'The file in the bucket changed while Pixop copied it, or the transfer was damaged.',
    nextStep:
      'Restart the copy. If the file was replaced on purpose, restart without checking the earlier part.',
  },
  'not-failed': {
    title: 'The copy has not failed',
    explanation: 'Pixop restarts and abandons only copies that have failed; this one has moved on.',
    nextStep: 'No action needed: its state will be updated shortly.',
  },
  'pixop-busy': {
    title: 'Pixop’s rate limit is reached',
    explanation: ({ wait }) =>
      wait === null
        ? 'Too many requests were made with this key in the last minute.'
        : `Too many requests were made with this key. Sending resumes in ${wait}.`,
    nextStep:
      'No action needed: sending resumes automatically. Other apps that use this key share its limit.',
  },
  validation: {
    title: 'Pixop did not accept a value',
    explanation: 'At least one field of the request is not valid.',
    nextStep: 'Correct the values named below, then try again.',
  },
  'pixop-not-found': {
    title: 'Not found in Pixop',
    explanation: 'It was deleted in Pixop, or belongs to another team.',
    nextStep: 'Refresh, then choose again.',
  },
  'pixop-conflict': {
    title: 'This has changed in Pixop',
    explanation: 'It changed after this screen was last updated.',
    nextStep: 'Wait for the update, then try again.',
  },
  'pixop-unreachable': {
    title: 'Pixop cannot be reached',
    explanation: 'This computer is offline, or a proxy or firewall is in the way.',
    nextStep: 'Check the connection. Your key and your queue are kept, and sending resumes automatically.',
  },
  'pixop-slow': {
    title: 'Pixop did not answer in time',
    explanation: 'The connection is slow, or Pixop is under heavy load.',
    nextStep: 'Try again in a moment.',
  },
  'pixop-trouble': {
    title: 'Pixop has a problem',
    explanation: 'Pixop answered with an internal error. Nothing is wrong with your files or settings.',
    nextStep: 'Try again in a moment. If it persists, give Pixop support the request id below.',
  },
  'pixop-strange': {
    title: 'The answer did not come from Pixop',
    explanation: 'Something between this computer and Pixop answered, such as a sign-in page of the network.',
    nextStep: 'Open a web browser, sign in to the network, then try again.',
  },
} satisfies Readonly<Record<string, ErrorWords>>;
