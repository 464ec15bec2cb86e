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
    nextStep: 'Frigør plads på computerens disk; så fortsætter afsendelsen automatisk.',
  },
  'disk-refused': {
    title: 'Appen kan ikke skrive i sin mappe',
    explanation: 'Kø og indstillinger ligger der, og systemet nægter adgang.',
    nextStep: 'Kontrollér rettighederne til mappen, der vises i Indstillinger, og prøv igen.',
  },
  storage: {
    title: 'Køen kunne ikke skrives til disken',
    explanation:
      'Intet sendes, før den kan skrives, for en import, der ikke står på disken, kan gå tabt eller blive dobbelt.',
    nextStep: 'Kontrollér disken, og tryk så på Fortsæt.',
  },
  'file-unreadable': {
    title: 'Filen kunne ikke læses',
    explanation: 'Systemet gav ikke adgang til den, eller den er flyttet eller slettet.',
    nextStep: 'Tjek, at den kan åbnes i en anden app, og vælg den igen.',
  },
  'file-not-written': {
    title: 'Filen kunne ikke skrives',
    explanation: 'Mappen findes ikke længere, må ikke skrives i eller har ikke plads.',
    nextStep: 'Vælg en anden mappe. Selve køen er i sikkerhed.',
  },
  'list-too-large': {
    title: 'Filen er for stor til en liste',
    explanation: 'Der læses lister på op til 32 MB og 100.000 linjer.',
    nextStep: 'Del den i flere filer, og importér dem én ad gangen.',
  },
  'endpoint-not-allowed': {
    title: 'Din organisation tillader ikke denne adresse',
    explanation: 'Computerens politik angiver, hvilke tjenester der må nås, og denne er ikke blandt dem.',
    nextStep: 'Brug en anden inputplacering, eller bed it-afdelingen om at tilføje adressen.',
  },
  'object-changed': {
    title: 'Filen blev udskiftet, efter at den blev valgt',
    explanation: 'Dens størrelse eller indhold er ændret, siden den blev sat i kø. Den er ikke sendt.',
    nextStep: 'Importér den igen for at sende den aktuelle version, eller fjern den fra listen.',
  },
  'object-gone': {
    title: 'Filen er ikke længere i bucketen',
    explanation: 'Den blev flyttet eller slettet, efter at den blev sat i kø. Intet er sendt.',
    nextStep: 'Læg den tilbage og importér den igen, eller fjern den fra listen.',
  },
  'proxy-refused': {
    title: 'Proxyen blokerer forbindelsen',
    explanation: 'Computeren går gennem en proxy, som afviser forbindelsen eller kræver et login.',
    nextStep: 'Bed it-afdelingen om at lade appen passere uden login. Intet er sendt, og intet er tabt.',
  },
  'proxy-kind': {
    title: 'Denne slags proxy understøttes ikke',
    explanation: 'Systemet er kun sat op med en SOCKS-proxy; appen understøtter HTTP- og HTTPS-proxyer.',
    nextStep: 'Bed it-afdelingen om en HTTP-proxy eller en direkte forbindelse.',
  },
  'managed-setting': {
    title: 'Din organisation styrer denne indstilling',
    explanation: 'Den er fastlagt i computerens politik og kan ikke ændres her.',
    nextStep: 'Spørg it-afdelingen, hvis du har brug for en anden værdi.',
  },
  'location-in-use': {
    title: 'Importer har stadig brug for inputplaceringen',
    explanation: 'Pixop henter deres filer med den, og ikke alle er kopieret endnu.',
    nextStep: 'Vent, til de er kopieret, eller fjern dem fra køen; fjern så placeringen.',
  },
  'saved-full': {
    title: 'Der kan ikke gemmes flere',
    explanation: 'Du kan gemme op til 200 favoritter, 200 udvalg og 100 forudindstillinger.',
    nextStep: 'Fjern et, der ikke længere bruges, og gem igen.',
  },
  'saved-gone': {
    title: 'Dette er ikke gemt længere',
    explanation: 'Det blev fjernet, før ændringen blev gemt.',
    nextStep: 'Gem det på ny, hvis du stadig har brug for det.',
  },
  'other-account': {
    title: 'Nøglen tilhører en anden konto',
    explanation:
      'Importer for den konto, der er forbundet her, er ikke færdige. En anden konto kunne ikke finde dem i Pixop og ville måske importere dem to gange.',
    nextStep: 'Tilføj den som en konto for sig, eller vent, til alt er færdigt.',
  },
  'account-connected': {
    title: 'Kontoen er allerede forbundet',
    explanation: 'Den har sine egne kilder og sin egen kø på denne computer.',
    nextStep: 'Vælg den på listen over konti; dens nøgle kan udskiftes dér.',
  },
  'account-in-use': {
    title: 'Kontoens importer er ikke færdige',
    explanation: 'Uden dens nøgle kunne de hverken sendes eller følges.',
    nextStep: 'Vent, til de er færdige, eller fjern dem fra dens kø; fjern så kontoen.',
  },
  'preview-limit': {
    title: 'Grænsen for forhåndsvisning er nået',
    explanation:
      'Forhåndsvisning har læst så meget af denne kilde, som grænsen tillader, til appen genstartes.',
    nextStep: 'Hæv grænsen i Indstillinger for at se mere.',
  },
  'previews-off': {
    title: 'Forhåndsvisning er slået fra',
    explanation: 'Filer, der ikke er forhåndsvist før, læses ikke.',
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
    explanation: 'Serveren svarede ikke.',
    nextStep: 'Prøv igen om lidt.',
  },
  cancelled: {
    title: 'Annulleret',
    explanation: 'Det blev stoppet, før det var færdigt.',
    nextStep: 'Start det igen, når du har brug for det.',
  },
  refused: {
    title: 'Forespørgslen blev afvist',
    explanation: 'Tjenesten gav en grund, som appen ikke kender; den vises nedenfor.',
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
