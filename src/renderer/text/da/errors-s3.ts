import type { s3Errors as english } from '../en/errors-s3.ts';
import type { ErrorWords } from '../error-words.ts';

/** What a permission of S3's allows. */
function allowed(permission: string | null, bucket: string): string {
  switch (permission) {
    case 's3:ListBucket':
      return `liste ${bucket}`;
    case 's3:GetObject':
      return `læse filer i ${bucket}`;
    case 's3:GetBucketLocation':
      return `spørge om regionen for ${bucket}`;
    default:
      return `gøre dette i ${bucket}`;
  }
}

/** Errors that S3 and its credentials cause. */
export const s3Errors: Readonly<Record<keyof typeof english, ErrorWords>> = {
  's3-permission': {
    title: ({ permission }) =>
      permission === null ? 'En rettighed mangler' : `Rettigheden ${permission} mangler`,
    explanation: ({ permission, bucket }) =>
      `Adgangsoplysningerne er gyldige, men giver ikke ret til at ${allowed(permission, bucket ?? 'denne bucket')}.`,
    nextStep: ({ permission }) =>
      `Giv brugeren eller rollen ${permission ?? 'rettigheden'} i AWS IAM, eller brug andre adgangsoplysninger.`,
  },
  's3-denied': {
    title: 'S3 nægtede adgang',
    explanation: 'Adgangsoplysningerne er gyldige, men ikke til denne bucket eller mappe.',
    nextStep: 'Kontrollér brugerens rettigheder og bucketens politik, eller brug andre adgangsoplysninger.',
  },
  's3-bucket-not-found': {
    title: 'Bucketen findes ikke',
    explanation: ({ bucket }) =>
      bucket === null
        ? 'Ingen bucket hedder sådan.'
        : `Der er ingen bucket ved navn ${bucket} på denne adresse.`,
    nextStep: 'Kontrollér navnet. Ved andet lager end AWS: kontrollér også endpointet.',
  },
  's3-object-not-found': {
    title: 'Filen er der ikke længere',
    explanation: 'Den er slettet, flyttet eller omdøbt, siden mappen blev listet.',
    nextStep: 'Opdatér mappen.',
  },
  's3-key-unknown': {
    title: 'S3 kender ikke denne adgangsnøgle',
    explanation: 'Adgangsnøglens id er tastet forkert, slettet eller hører til en anden udbyder.',
    nextStep: 'Kontrollér adgangsnøglens id. Ved andet lager end AWS: kontrollér også endpointet.',
  },
  's3-secret-wrong': {
    title: 'Den hemmelige adgangsnøgle er forkert',
    explanation: 'S3 kender adgangsnøglens id, men ikke med denne hemmelige nøgle.',
    nextStep: 'Indtast den hemmelige nøgle igen, eller opret et nyt par nøgler.',
  },
  's3-clock': {
    title: 'Computerens ur går forkert',
    explanation: 'S3 afviser forespørgsler, hvis tid afviger mere end 15 minutter fra dens egen.',
    nextStep: 'Stil dato og tid til automatisk, og prøv igen.',
  },
  's3-expired': {
    title: 'De midlertidige adgangsoplysninger er udløbet',
    explanation: 'Adgangsoplysninger med sessionstoken gælder højst nogle timer.',
    nextStep: 'Hent nye og indtast dem, eller brug en AWS-profil, der fornyer sig selv.',
  },
  'sso-expired': {
    title: 'AWS-login er udløbet',
    explanation: ({ profile }) =>
      `Single sign-on-sessionen${profile === null ? '' : ` for profilen ${profile}`} er slut.`,
    nextStep: 'Kør denne kommando i en terminal, og prøv igen.',
  },
  's3-credentials-missing': {
    title: 'Ingen adgangsoplysninger til denne bucket',
    explanation: 'Uden egne adgangsoplysninger kan appen ikke vise, hvad der er i bucketen.',
    nextStep: 'Vælg en AWS-profil, eller indtast adgangsnøgler, der må læse bucketen.',
  },
  's3-credentials-rejected': {
    title: 'S3 accepterede ikke disse adgangsoplysninger',
    explanation: 'De er forkerte, slettede eller hører til en anden udbyder.',
    nextStep: 'Vælg en anden profil, eller indtast andre nøgler.',
  },
  's3-region': {
    title: 'Bucketen ligger i en anden region',
    explanation: 'Lageret henviser forespørgsler til denne bucket til en anden region.',
    nextStep: 'Lad regionen være tom for AWS; ved andet lager: skriv den, som din udbyder oplyser.',
  },
  's3-archived': {
    title: 'Filen er arkiveret',
    explanation: 'Filer i Glacier-lagerklasser kan ikke læses, før de er gendannet.',
    nextStep: 'Gendan den først i AWS; det tager minutter til timer.',
  },
  's3-busy': {
    title: 'Lageret begrænser antallet af forespørgsler',
    explanation: 'Det tager imod færre forespørgsler for tiden.',
    nextStep: 'Du skal ikke gøre noget: læsningen fortsætter langsommere.',
  },
  's3-unreachable': {
    title: 'Lageret kan ikke nås',
    explanation:
      'Computeren er offline, endpointet er tastet forkert, eller en proxy eller firewall er i vejen.',
    nextStep: 'Kontrollér forbindelsen og endpointet, og prøv igen.',
  },
  's3-slow': {
    title: 'Lageret svarede ikke i tide',
    explanation: 'Forbindelsen er langsom, eller lageret er hårdt belastet.',
    nextStep: 'Prøv igen om lidt.',
  },
  's3-trouble': {
    title: 'Lageret har et problem',
    explanation: 'Det svarede med en intern fejl.',
    nextStep: 'Prøv igen om lidt.',
  },
  's3-strange': {
    title: 'Svaret kom ikke fra S3',
    explanation: 'Adressen er ikke et S3-endpoint, eller noget på vejen svarede, for eksempel en login-side.',
    nextStep: 'Kontrollér endpointet, og log ind på netværket i en webbrowser.',
  },
};
