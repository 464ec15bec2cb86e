import type { Text } from '../text.ts';

/** The settings dialog. */
export const settings: Text['settings'] = {
  title: 'Indstillinger',
  connection: 'Forbindelse',
  environment: 'Miljø',
  account: 'Konto',
  accountHelp:
    'Hver konto har sin egen nøgle, sine kilder og sin kø. Køerne for alle konti fortsætter, uanset hvilken der vises.',
  noAccountYet: 'Ingen konto endnu',
  addAccount: 'Tilføj konto…',
  addAccountTitle: 'Tilføj en konto',
  addAccountIntro:
    'Til en anden Pixop-konto eller den samme i et andet miljø. Køerne for dine andre konti fortsætter.',
  checkAndAdd: 'Kontrollér og tilføj',
  removeAccount: 'Fjern konto…',
  removeAccountTitle: (email, where) => `Fjern ${email} (${where})?`,
  removeAccountConfirm: 'Fjern konto',
  removeAccountText:
    'Computeren glemmer kontoens nøgle, og hvordan dens buckets læses. Intet ændres i Pixop.',
  removeAccountKept:
    'Det, den har importeret, bliver i historikken på denne computer og kendes igen, når kontoen tilføjes igen.',
  key: 'API-nøgle',
  keyStates: {
    absent: 'Der er ikke gemt en nøgle til denne konto.',
    unchecked: 'Der er gemt en nøgle, men Pixop kunne ikke nås for at kontrollere den.',
    valid: 'Accepteret af Pixop.',
    rejected: 'Der er gemt en nøgle, men Pixop accepterer den ikke.',
  },
  keyBadges: {
    absent: 'Ingen nøgle',
    unchecked: 'Ikke kontrolleret',
    valid: 'Accepteret',
    rejected: 'Afvist',
  },
  signedInAs: (email) => `Logget ind som ${email}.`,
  enterKey: 'Indtast nøgle',
  replaceKey: 'Udskift nøgle',
  removeKey: 'Fjern nøgle',
  removeKeyTitle: 'Fjern API-nøglen?',
  removeKeyText:
    'Computeren glemmer nøglen til denne konto. Intet mere sendes, og ingen fremgang vises, før du indtaster en nøgle igen; køen er bevaret, og kopier, der kører i Pixop, fortsætter.',
  checkAndSave: 'Kontrollér og gem',
  getKey: 'Hent en API-nøgle',

  appearance: 'Udseende',
  theme: 'Tema',
  themeSystem: 'Følg systemet',
  themeLight: 'Lyst',
  themeDark: 'Mørkt',
  language: 'Sprog',
  languageSystem: 'Følg systemet',

  imports: 'Importer',
  notifications: 'Giv besked, når et parti er færdigt',
  notificationsHelp:
    'Én besked pr. parti: hvad der nåede frem, hvad der mislykkedes, og hvad der kræver din afgørelse.',
  reference: 'Føj en importreference til beskrivelser',
  referenceHelp:
    'Slutter hver videos beskrivelse med en kort kode, f.eks. [import ref px1-…]. Med den findes en afbrudt import i Pixop i stedet for at blive betalt to gange, og dit team ser, hvilke filer der allerede er importeret. Den røber hverken bucket eller filnavn. Uden den kræver afbrudte importer din afgørelse.',
  reserve: 'Reservér til andre apps',
  reserveHelp:
    'Pixop tillader et antal forespørgsler i minuttet pr. nøgle. Det, du reserverer her, er til andre apps med samme nøgle.',
  reserveNone: 'Ingen',
  reserveOption: (percent) => `${percent} af grænsen`,

  previews: 'Forhåndsvisning',
  previewLimit: 'Grænse for forhåndsvisning',
  previewHelp:
    'Billeder, oplysninger og Hurtig visning læser dele af dine filer fra bucketen, og det kan din lagerudbyder tage betaling for. Dette er det meste, der læses af hver kilde, til appen genstartes; det, der er set før, er gemt på denne computer.',
  previewOff: 'Ingen forhåndsvisning',
  previewLimitOption: (size) => `${size} pr. kilde`,

  storage: 'Lagring',
  secrets: 'Nøgler og hemmeligheder',
  secretsKeychain: 'I systemets nøglering; aldrig i en fil, aldrig vist igen.',
  secretsMemory: 'I hukommelsen, til appen lukkes, da ingen nøglering kan bruges.',
  files: 'Kø, historik og indstillinger',
  managedEnvironment: (label) => `Din organisation tillader kun konti i ${label}.`,
  managed: 'Fastlagt af din organisation.',
  managedEndpoints: (hosts) => `Din organisation tillader kun, at denne computer når ${hosts}.`,
  updates: {
    channel: 'Opdateringer',
    channelHelp: 'Hentes automatisk; installeres, når du vælger det.',
    channels: {
      off: 'Søg aldrig efter opdateringer',
      stable: 'Udgivne versioner',
      beta: 'Også betaversioner',
    },
    unsupported: 'Denne udgave opdaterer ikke sig selv.',
    check: 'Søg nu',
    notChecked: 'Der er ikke søgt endnu.',
    checking: 'Søger…',
    newest: (when) => `Du har den nyeste version (kontrolleret ${when}).`,
    downloading: (version, percent) => `Henter ${version}: ${percent}`,
    ready: (version) => `Version ${version} er klar til at blive installeret.`,
    failed: (why) => `Opdateringer kunne ikke findes eller hentes: ${why}`,
    install: 'Genstart og installér',
    installLater: 'Når alt er sendt',
  },
  about: 'Om',
  versionOf: (version) => `Pixop Ingest ${version}`,
  licences: 'Open source-licenser',
  searchLicences: 'Søg i pakker og licenser',
  licencesFound: (count) => (count === '1' ? '1 pakke' : `${count} pakker`),
  noTerms: 'Pakken leveres uden sin licenstekst.',
  saveDiagnostics: 'Gem diagnostik…',
  diagnosticsHelp:
    'Support kan bede om denne fil. Den indeholder versioner, indstillinger, antal og slutningen af loggen, og du kan læse den. Den indeholder ingen nøgler, adgangskoder eller filnavne.',
  diagnosticsSaved: 'Diagnostikken er gemt',
};
