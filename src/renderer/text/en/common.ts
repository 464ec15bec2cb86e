/** Words used on several screens. */
export const common = {
  appName: 'Pixop Ingest' as string,
  cancel: 'Cancel' as string,
  close: 'Close' as string,
  clear: 'Clear' as string,
  copied: 'Copied' as string,
  dismiss: 'Dismiss' as string,
  done: 'Done' as string,
  hideTyped: 'Hide text' as string,
  loading: 'Loading…' as string,
  notifications: 'Notifications' as string,
  retry: 'Try again' as string,
  showTyped: 'Show text' as string,
  unitBytes: (count: string): string => (count === '1' ? '1 byte' : `${count} bytes`),
};
