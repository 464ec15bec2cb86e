import type { pixopErrors as english } from '../en/errors-pixop.ts';
import type { ErrorWords } from '../error-words.ts';

/** Errors that Pixop answers. */
export const pixopErrors: Readonly<Record<keyof typeof english, ErrorWords>> = {
  'key-missing': {
    title: 'Ingen API-nøgle',
    explanation: 'Forespørgslen til Pixop havde ingen API-nøgle.',
    nextStep: 'Indtast API-nøglen til din Pixop-konto.',
  },
  'key-rejected': {
    title: 'Pixop accepterede ikke denne nøgle',
    explanation:
      'Den kan være tastet forkert, være slettet eller høre til et andet miljø. Nøgler, der ikke bruges i 90 dage, kan blive slettet.',
    nextStep: 'Opret en ny nøgle i Pixops webapp under API-nøgler, og indtast den her.',
  },
  'account-locked': {
    title: 'Pixop-kontoen er låst',
    explanation: 'Pixop tager ikke imod noget fra denne konto, før den låses op.',
    nextStep: 'Bed din Pixop-administrator eller Pixops support om at låse den op.',
  },
  'account-disabled': {
    title: 'Pixop-kontoen er deaktiveret',
    explanation: 'Pixop tager ikke imod noget fra en deaktiveret konto.',
    nextStep: 'Bed din Pixop-administrator eller Pixops support om at aktivere den.',
  },
  'account-expired': {
    title: 'Pixop-kontoen er udløbet',
    explanation: 'Pixop tager ikke imod noget fra en udløbet konto.',
    nextStep: 'Bed Pixops support om at forny den.',
  },
  'access-denied': {
    title: 'Pixop tillader ikke dette',
    explanation: 'Kontoen bag nøglen har ikke ret til det.',
    nextStep: 'Bed dit Pixop-teams administrator om retten, eller brug en anden kontos nøgle.',
  },
  'team-without-api': {
    title: 'Teamet må ikke bruge API’et',
    explanation: 'API-adgang er ikke slået til for dette Pixop-team.',
    nextStep: 'Bed Pixops support om at slå API-adgang til, eller vælg et andet team.',
  },
  'team-not-found': {
    title: 'Teamet blev ikke fundet',
    explanation: 'Det er fjernet, eller kontoen er ikke længere medlem af det.',
    nextStep: 'Vælg et andet team.',
  },
  balance: {
    title: 'Saldoen dækker ikke dette',
    explanation: 'Den forventede pris er højere end det, der er tilbage på Pixop-kontoen.',
    nextStep: 'Fyld saldoen op i Pixops webapp, og tryk så på Fortsæt.',
  },
  'pixop-bucket-not-found': {
    title: 'Pixop kan ikke finde bucketen',
    explanation: 'Inputplaceringen nævner en bucket, der ikke findes, eller som dens nøgler ikke kan se.',
    nextStep: 'Kontrollér bucketens navn og inputplaceringens nøgler i Pixop.',
  },
  'pixop-object-not-found': {
    title: 'Filen er ikke længere i bucketen',
    explanation: 'Den er slettet, flyttet eller omdøbt, efter at den blev valgt.',
    nextStep: 'Opdatér mappen, og vælg den igen.',
  },
  'pixop-bucket-unreadable': {
    title: 'Pixop kan ikke nå bucketen',
    explanation: 'Inputplaceringens nøgler blev afvist, eller bucketen svarede ikke.',
    nextStep: 'Kontrollér, at inputplaceringens nøgler må liste og læse denne bucket.',
  },
  'pixop-object-unreadable': {
    title: 'Pixop kan ikke læse filen',
    explanation: 'Inputplaceringens nøgler blev afvist for denne fil, eller den er arkiveret.',
    nextStep: 'Giv inputplaceringens nøgler s3:GetObject til filen, eller gendan den fra arkivet.',
  },
  'content-type': {
    title: 'Pixop tager ikke imod denne filtype',
    explanation: 'Filen er ikke en video, som Pixop genkender, eller dens indholdstype i S3 er forkert.',
    nextStep: 'Kontrollér, at det er en video, og ret dens Content-Type i S3.',
  },
  checksum: {
    title: 'Kopien afviger fra originalen',
    explanation: 'Filen i bucketen blev ændret, mens Pixop kopierede den, eller overførslen blev beskadiget.',
    nextStep:
      'Genstart kopien. Er filen udskiftet med vilje, så genstart uden at kontrollere den første del.',
  },
  'not-failed': {
    title: 'Kopien er ikke fejlet',
    explanation: 'Pixop genstarter og opgiver kun kopier, der er fejlet; denne er kommet videre.',
    nextStep: 'Du skal ikke gøre noget: tilstanden opdateres om lidt.',
  },
  'pixop-busy': {
    title: 'Pixops grænse for forespørgsler er nået',
    explanation: ({ wait }) =>
      wait === null
        ? 'Der blev sendt for mange forespørgsler med denne nøgle i det seneste minut.'
        : `Der blev sendt for mange forespørgsler med denne nøgle. Om ${wait} fortsætter afsendelsen.`,
    nextStep:
      'Du skal ikke gøre noget: afsendelsen fortsætter automatisk. Andre apps med samme nøgle deler grænsen.',
  },
  validation: {
    title: 'Pixop accepterede ikke en værdi',
    explanation: 'Mindst ét felt i forespørgslen er ikke gyldigt.',
    nextStep: 'Ret værdierne nedenfor, og prøv igen.',
  },
  'pixop-not-found': {
    title: 'Findes ikke i Pixop',
    explanation: 'Det er slettet i Pixop eller hører til et andet team.',
    nextStep: 'Opdatér, og vælg igen.',
  },
  'pixop-conflict': {
    title: 'Dette er ændret i Pixop',
    explanation: 'Det blev ændret, efter at denne skærm sidst blev opdateret.',
    nextStep: 'Vent på opdateringen, og prøv igen.',
  },
  'pixop-unreachable': {
    title: 'Pixop kan ikke nås',
    explanation: 'Computeren er offline, eller en proxy eller firewall er i vejen.',
    nextStep: 'Kontrollér forbindelsen. Nøgle og kø er bevaret, og afsendelsen fortsætter automatisk.',
  },
  'pixop-slow': {
    title: 'Pixop svarede ikke i tide',
    explanation: 'Forbindelsen er langsom, eller Pixop er hårdt belastet.',
    nextStep: 'Prøv igen om lidt.',
  },
  'pixop-trouble': {
    title: 'Pixop har et problem',
    explanation: 'Pixop svarede med en intern fejl. Dine filer og indstillinger fejler ikke noget.',
    nextStep: 'Prøv igen om lidt. Bliver det ved, så giv Pixops support forespørgslens id nedenfor.',
  },
  'pixop-strange': {
    title: 'Svaret kom ikke fra Pixop',
    explanation: 'Noget mellem denne computer og Pixop svarede, for eksempel netværkets login-side.',
    nextStep: 'Åbn en webbrowser, log ind på netværket, og prøv igen.',
  },
};
