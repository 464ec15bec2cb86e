import type { ErrorSituation } from '../en/errors.ts';
import type { ErrorWords } from '../error-words.ts';
import type { Text } from '../text.ts';
import { pixopErrors } from './errors-pixop.ts';
import { s3Errors } from './errors-s3.ts';

const situations: Readonly<Record<ErrorSituation, ErrorWords>> = {
  ...pixopErrors,
  ...s3Errors,
  'disk-full': {
    title: 'Disken er fuld',
    explanation: 'Køen skal stå på disken, før noget sendes, og der er ikke plads til den.',
    nextStep: 'Frigør plads på computerens disk; så fortsætter afsendelsen af sig selv.',
  },
  'disk-refused': {
    title: 'Appen må ikke skrive i sin mappe',
    explanation: 'Kø og indstillinger ligger der, og systemet tillader ikke at skrive i den.',
    nextStep: 'Kontrollér rettighederne til mappen, der vises i Indstillinger, og prøv igen.',
  },
  storage: {
    title: 'Køen kunne ikke skrives til disken',
    explanation:
      'Imens sendes intet, for en import, der ikke står på disken, kan gå tabt eller blive dobbelt.',
    nextStep: 'Kontrollér disken, og genoptag så.',
  },
  'file-unreadable': {
    title: 'Filen kunne ikke læses',
    explanation: 'Systemet gav ikke adgang til den, eller den er flyttet eller slettet.',
    nextStep: 'Tjek, at den kan åbnes i et andet program, og vælg den igen.',
  },
  'file-not-written': {
    title: 'Filen kunne ikke skrives',
    explanation: 'Mappen findes ikke længere, må ikke skrives i eller har ikke plads.',
    nextStep: 'Vælg en anden mappe. Selve køen er i sikkerhed.',
  },
  'list-too-large': {
    title: 'Filen er for stor til en liste',
    explanation: 'Der læses lister på op til 32 MB og 100.000 linjer.',
    nextStep: 'Del den i flere filer, og tag dem én ad gangen.',
  },
  'endpoint-not-allowed': {
    title: 'Din organisation tillader ikke denne adresse',
    explanation: 'Computerens politik angiver, hvilke tjenester der må nås, og denne er ikke blandt dem.',
    nextStep: 'Brug en anden inputplacering, eller bed it-afdelingen om at tilføje adressen.',
  },
  'object-changed': {
    title: 'Objektet blev udskiftet, efter at det blev valgt',
    explanation:
      'Dets størrelse eller indhold er et andet nu, end da det blev sat i køen. Det er ikke sendt.',
    nextStep: 'Importér det igen for at sende det, som det er nu, eller fjern det fra listen.',
  },
  'object-gone': {
    title: 'Objektet er ikke længere i bucketen',
    explanation: 'Det blev flyttet eller slettet, efter at det blev sat i køen. Intet er sendt.',
    nextStep: 'Læg det tilbage og importér det igen, eller fjern det fra listen.',
  },
  'proxy-refused': {
    title: 'Proxyen lader intet passere',
    explanation: 'Computerens netværk går gennem en proxy, som afviser vejen eller kræver et login.',
    nextStep: 'Bed it-afdelingen om at lade appen passere uden login. Intet er sendt, og intet er tabt.',
  },
  'proxy-kind': {
    title: 'Denne slags proxy kan ikke bruges',
    explanation: 'Systemet angiver kun en SOCKS-proxy; appen går gennem HTTP- og HTTPS-proxyer.',
    nextStep: 'Bed it-afdelingen om en HTTP-proxy eller en direkte vej.',
  },
  'managed-setting': {
    title: 'Din organisation har fastlagt denne indstilling',
    explanation: 'Den er en del af computerens politik og kan ikke ændres her.',
    nextStep: 'Spørg it-afdelingen, hvis den skal være en anden.',
  },
  'location-in-use': {
    title: 'Importer har stadig brug for inputplaceringen',
    explanation: 'Pixop henter deres filer med den, og ikke alle er kopieret endnu.',
    nextStep: 'Vent, til de er kopieret, eller tag dem ud af køen; fjern så placeringen.',
  },
  'saved-full': {
    title: 'Der kan ikke gemmes flere',
    explanation: 'Der gemmes op til 200 bogmærker, 200 udvalg og 100 forudindstillinger.',
    nextStep: 'Fjern et, der ikke længere bruges, og gem igen.',
  },
  'saved-gone': {
    title: 'Dette er ikke gemt længere',
    explanation: 'Det blev fjernet, før det blev ændret.',
    nextStep: 'Gem det på ny, hvis du stadig har brug for det.',
  },
  'other-account': {
    title: 'Nøglen tilhører en anden konto',
    explanation:
      'Importer for den konto, der er forbundet her, er ikke færdige. En anden kunne ikke lede efter dem og ville måske importere dem to gange.',
    nextStep: 'Tilføj den som en konto for sig, eller vent, til alt er færdigt.',
  },
  'account-connected': {
    title: 'Kontoen er allerede forbundet',
    explanation: 'Den har sine egne kilder og sin egen kø på denne computer.',
    nextStep: 'Vælg den blandt kontiene; dens nøgle kan udskiftes dér.',
  },
  'account-in-use': {
    title: 'Kontoens importer er ikke færdige',
    explanation: 'Uden dens nøgle kunne de hverken sendes eller følges.',
    nextStep: 'Vent, til de er færdige, eller tag dem ud af dens kø; fjern så kontoen.',
  },
  'preview-limit': {
    title: 'Grænsen for forhåndsvisning er nået',
    explanation: 'Forhåndsvisning har læst så meget af denne kilde, som den må, indtil appen startes igen.',
    nextStep: 'Hæv grænsen i Indstillinger for at se mere.',
  },
  'previews-off': {
    title: 'Forhåndsvisning er slået fra',
    explanation: 'Der læses intet af filer, som ikke kendes endnu.',
    nextStep: 'Slå forhåndsvisning til i Indstillinger.',
  },
  'keychain-unavailable': {
    title: 'Systemets nøglering kan ikke bruges',
    explanation:
      'Nøgler holdes kun i hukommelsen og skal indtastes igen efter en genstart. De skrives aldrig i en fil.',
    nextStep:
      'Lås nøgleringen op, eller installér en (GNOME Keyring eller KWallet på Linux). Din kø er i sikkerhed.',
  },
  offline: {
    title: 'Ingen forbindelse',
    explanation: 'Computeren er offline.',
    nextStep: 'Kontrollér forbindelsen, og prøv igen.',
  },
  timeout: {
    title: 'Intet svar i tide',
    explanation: 'Den anden ende svarede ikke.',
    nextStep: 'Prøv igen om lidt.',
  },
  cancelled: {
    title: 'Annulleret',
    explanation: 'Det blev stoppet, før det var færdigt.',
    nextStep: 'Start det igen, når du har brug for det.',
  },
  refused: {
    title: 'Forespørgslen blev afvist',
    explanation: 'Tjenesten gav en grund, som appen ikke har ord for; den vises nedenfor, som den er.',
    nextStep: 'Bliver det ved, så giv supporten referencen nedenfor.',
  },
  internal: {
    title: 'Noget gik galt i appen',
    explanation: 'Det burde ikke ske. Din kø står på disken og er i sikkerhed.',
    nextStep: 'Prøv igen. Sker det igen, så kontakt supporten med teksten nedenfor.',
  },
};

/** Every error in words. */
export const errors: Text['errors'] = {
  situations,
  actions: {
    retry: 'Prøv igen',
    'edit-key': 'Indtast en nøgle',
    'edit-credentials': 'Skift adgangsoplysninger',
    'replace-location-keys': 'Udskift Pixops nøgler…',
    'open-settings': 'Åbn indstillinger',
    'open-support': 'Kontakt support',
  },
  copyCommand: 'Kopiér kommandoen',
  copyReference: 'Kopiér referencen',
  requestId: (id) => `Forespørgsel ${id}`,
};
