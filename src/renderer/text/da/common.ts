import type { Text } from '../text.ts';

/** Words used on several screens. */
export const common: Text['common'] = {
  appName: 'Pixop Ingest',
  cancel: 'Annuller',
  close: 'Luk',
  clear: 'Ryd',
  copied: 'Kopieret',
  dismiss: 'Fjern meddelelsen',
  done: 'Færdig',
  hideTyped: 'Skjul det indtastede',
  loading: 'Indlæser …',
  notifications: 'Meddelelser',
  retry: 'Prøv igen',
  showTyped: 'Vis det indtastede',
  unitBytes: (count) => `${count} byte`,
};
