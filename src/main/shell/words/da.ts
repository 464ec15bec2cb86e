import type { ShellWords } from './en.ts';

/** What the shell around the window says, in Danish. */
export const da: ShellWords = {
  menu: {
    file: '&Filer',
    openList: 'Åbn liste…',
    history: 'Historik',
    settings: 'Indstillinger…',
    view: '&Vis',
    refresh: 'Opdatér',
    palette: 'Kommandopalet…',
    queue: '&Kø',
    pause: 'Sæt afsendelse på pause',
    resume: 'Genoptag afsendelse',
    shortcuts: 'Tastaturgenveje',
  },
  quit: {
    title: (unsent) =>
      unsent === 1 ? '1 import er ikke sendt endnu' : `${count(unsent)} importer er ikke sendt endnu`,
    unsettled: (imports) =>
      imports === 1
        ? '1 import er ved at blive afklaret med Pixop'
        : `${count(imports)} importer er ved at blive afklaret med Pixop`,
    kept: 'Intet sendes, mens Pixop Ingest er lukket. Køen gemmes, og afsendelsen fortsætter, når du åbner appen igen.',
    keptPaused: 'Afsendelse er sat på pause. Køen gemmes, som den er, til du åbner appen igen.',
    takenUp: 'Det, der er undervejs, gemmes og tages op, når du åbner appen igen. Intet sendes to gange.',
    pixopGoesOn: (videos) =>
      videos === 1
        ? 'Pixop fortsætter med den video, den allerede har.'
        : `Pixop fortsætter med de ${count(videos)} videoer, den allerede har.`,
    quit: 'Afslut',
    keepRunning: 'Bliv ved',
  },
  notice: {
    done: (imports, location) =>
      imports === 1
        ? `1 video fra ${location} er i Pixop`
        : `${count(imports)} videoer fra ${location} er i Pixop`,
    none: (location) => `Ingen video fra ${location} nåede frem`,
    failed: (imports) =>
      imports === 1 ? '1 import mislykkedes.' : `${count(imports)} importer mislykkedes.`,
    toDecide: (imports) =>
      imports === 1 ? '1 import kræver din afgørelse.' : `${count(imports)} importer kræver din afgørelse.`,
    allDone: 'Alle importer i partiet er færdige.',
  },
};

function count(value: number): string {
  return value.toLocaleString('da');
}
