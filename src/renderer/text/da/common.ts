import type { Text } from '../text.ts';

/** Words used on several screens. */
export const common: Text['common'] = {
  appName: 'Pixop Ingest',
  cancel: 'Annuller',
  close: 'Luk',
  retry: 'Prøv igen',
};
