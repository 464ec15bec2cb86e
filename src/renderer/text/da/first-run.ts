import type { Text } from '../text.ts';

/** The card of the first start. */
export const firstRun: Text['firstRun'] = {
  welcome: 'Forbind én gang, og importér så i store mængder',
  step: (current, total) => `Trin ${current} af ${total}`,
  keyTitle: 'Din Pixop-konto',
  keyIntro:
    'Appen arbejder med en API-nøgle til din Pixop-konto. Den kontrolleres hos Pixop, før den gemmes.',
  keyLabel: 'API-nøgle',
  keyHelpKeychain: 'Gemmes i systemets nøglering.',
  keyHelpMemory: 'Holdes kun i hukommelsen.',
  keyEmpty: 'Indsæt eller skriv din nøgle.',
  connect: 'Forbind',
  sourceTitle: 'Dine videoer',
  connectedAs: (account) => `Forbundet som ${account}`,
  team: 'Team',
  otherKey: 'Brug en anden nøgle',
  chooseIntro: 'Vælg den inputplacering, du vil begynde med. Andre kan sættes op senere.',
  chooseLabel: 'Inputplacering',
  createInstead: 'Ny inputplacering',
  createIntro:
    'Dit team har endnu ingen inputplacering. Den fortæller Pixop, hvilken bucket videoer hentes fra; Pixop gemmer disse nøgler.',
  chooseInstead: 'Vælg en eksisterende',
  next: 'Fortsæt',
  back: 'Tilbage',
  later: 'Sæt op senere',
  finish: 'Åbn bucketen',
};
