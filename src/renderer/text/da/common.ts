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
  hideTyped: 'Skjul teksten',
  loading: 'Indlæser…',
  notifications: 'Meddelelser',
  retry: 'Prøv igen',
  showTyped: 'Vis teksten',
  unitBytes: (count) => `${count} byte`,
};
