/** Words used on several screens. */
export const common = {
  appName: 'Pixop Ingest' as string,
  cancel: 'Cancel' as string,
  close: 'Close' as string,
  retry: 'Try again' as string,
};
